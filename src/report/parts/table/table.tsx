import { Fragment, type JSX, type RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { ListGroup } from '../../../core/estimate/found';
import type { Estimate } from '../../../core/estimate/estimate';
import type { Actions } from '../../actions';
import { nextSort, whyEmpty, type Absence, type TableGroup } from '../../figures/columns';
import { needsAllModels } from '../../figures/listing';
import { isWhole } from '../../state/facts';
import {
  COLUMNS,
  isSearching,
  type OptionalColumn,
  type PageState,
  type SortColumn,
} from '../../state/pageState';
import { tableGroup, tableLabel } from '../../../wording/page/table';
import { moreModels } from '../../../wording/models/selection';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { PriceFacts } from '../facts';
import { chunksOf } from '../useIsNear';
import { CHUNK_ROWS, RowChunk } from './chunk';
import { columnName, NUMBER_COLUMNS } from './columnLabels';
import { columnEm, fittingColumns, useRoom } from './room';
import { ModelRows } from './row';
import { TableTools } from './tools';

/** Before the first row is measured. */
const DEFAULT_ROW_PX = 30;

interface Props {
  readonly rows: readonly Estimate[];
  /** The same rows. */
  readonly groups: readonly TableGroup[];
  readonly view: View;
  readonly state: PageState;
  readonly actions: Actions;
}

export function ModelTable({ rows, groups, view, state, actions }: Props): JSX.Element {
  const words = useWords();
  const [table, roomEm] = useRoom<HTMLDivElement>();
  const chosen = COLUMNS.filter((column) => !state.hiddenColumns.includes(column));
  const hasCode = words.currency !== undefined;
  const useful = chosen.filter((column) => whyEmpty(column, rows, view) === undefined);
  const columns = fittingColumns(useful, roomEm, hasCode);
  const whyAbsent = (column: OptionalColumn): Absence | undefined => {
    if (!chosen.includes(column) || columns.includes(column)) return undefined;
    return whyEmpty(column, rows, view) ?? 'noRoom';
  };
  return (
    <section aria-labelledby="table-heading">
      <h2 id="table-heading">{tableLabel(words, 'heading')}</h2>
      <TableTools
        view={view}
        state={state}
        whyAbsent={whyAbsent}
        shown={rows.length}
        actions={actions}
      />
      <div
        class="table-scroll"
        role="group"
        aria-labelledby="table-heading"
        tabIndex={0}
        ref={table}
      >
        <table class="models" aria-labelledby="table-heading" aria-rowcount={rows.length + 1}>
          <colgroup>
            <col />
            {columns.map((column) => (
              <col key={column} style={{ width: `${columnEm(column, hasCode)}em` }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {(['model', ...columns] as const).map((column) => (
                <Heading key={column} column={column} view={view} state={state} actions={actions} />
              ))}
            </tr>
          </thead>
          <TableRows
            rows={rows}
            groups={groups}
            columns={columns}
            view={view}
            state={state}
            actions={actions}
          />
        </table>
      </div>
      {rows.length === 0 && <p class="hint">{tableLabel(words, emptyReason(view, state))}</p>}
      <PriceFacts view={view} />
      <MoreModels table={table} view={view} state={state} actions={actions} />
    </section>
  );
}

function emptyReason({ table }: View, state: PageState): 'loadingAll' | 'nothingPasses' {
  return needsAllModels(state, table) && !isWhole(table) ? 'loadingAll' : 'nothingPasses';
}

interface RowsProps extends Props {
  readonly columns: readonly OptionalColumn[];
}

function TableRows({ rows, groups, columns, ...props }: RowsProps): JSX.Element {
  const headings = new Map(groups.map((group) => [group.rows[0], group.group]));
  const [rowPx, setRowPx] = useState<number>();
  return (
    <>
      {chunksOf(rows, CHUNK_ROWS).map((chunk, index) => (
        <RowChunk
          key={index}
          rows={chunk.length}
          columns={columns.length + 1}
          rowPx={rowPx ?? DEFAULT_ROW_PX}
          isFirst={index === 0}
          // Once: else all that is not drawn would move whenever rows are.
          measured={(px) => setRowPx((known) => known ?? px)}
        >
          {() =>
            chunk.map((row, place) => (
              <Fragment key={row.model.id}>
                <GroupHeading group={headings.get(row)} columns={columns} />
                <ModelRows
                  row={row}
                  columns={columns}
                  rowIndex={index * CHUNK_ROWS + place + 2}
                  {...props}
                />
              </Fragment>
            ))
          }
        </RowChunk>
      ))}
    </>
  );
}

/** Above the first row of a group, where the table has headings. */
function GroupHeading({
  group,
  columns,
}: Pick<RowsProps, 'columns'> & { readonly group: ListGroup | undefined }): JSX.Element | null {
  const words = useWords();
  if (group === undefined) return null;
  return (
    <tr class="group">
      <th scope="colgroup" colSpan={columns.length + 1}>
        {tableGroup(words, group)}
      </th>
    </tr>
  );
}

interface MoreProps extends Omit<Props, 'rows' | 'groups'> {
  readonly table: RefObject<HTMLElement | null>;
}

/** The line below the table: how many models it leaves out, and the way to them and back. */
function MoreModels({ table, view, state, actions }: MoreProps): JSX.Element | null {
  const words = useWords();
  const more = view.table.total - view.models.length;
  if (more === 0 || isSearching(state)) return null;
  return (
    <p class="more">
      {!state.showsAll && <span>{moreModels(words, more)}</span>}
      <button
        type="button"
        id="show-all"
        onClick={() => {
          actions.update({ showsAll: !state.showsAll });
          // The button is going to be far from here; the other list begins at the top.
          table.current?.focus({ preventScroll: true });
          table.current?.scrollIntoView();
        }}
      >
        {tableLabel(words, state.showsAll ? 'showCurrent' : 'showAll')}
      </button>
    </p>
  );
}

interface HeadingProps {
  readonly column: SortColumn;
  readonly view: View;
  readonly state: PageState;
  readonly actions: Actions;
}

function Heading({ column, view, state, actions }: HeadingProps): JSX.Element {
  const words = useWords();
  const { sort } = state;
  const isSorted = sort.column === column;
  return (
    <th
      scope="col"
      class={isNumber(column) ? 'number' : ''}
      aria-sort={isSorted ? sort.direction : undefined}
    >
      <button
        type="button"
        class="sort"
        data-column={column}
        onClick={() => actions.update({ sort: nextSort(sort, column) })}
      >
        {columnName(words, column, view)}
        <span class="arrow" aria-hidden="true">
          {isSorted ? (sort.direction === 'ascending' ? '▲' : '▼') : ''}
        </span>
      </button>
    </th>
  );
}

function isNumber(column: SortColumn): boolean {
  return NUMBER_COLUMNS.has(column as OptionalColumn);
}
