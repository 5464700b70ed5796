import type { JSX } from 'preact';
import type { Estimate } from '../../../core/estimate/estimate';
import { completeScenario } from '../../../core/scenario/scenario';
import { isConversation } from '../../../wording/call';
import type { Actions } from '../../actions';
import { nextSort } from '../../figures/columns';
import {
  COLUMNS,
  type OptionalColumn,
  type PageState,
  type SortColumn,
} from '../../state/pageState';
import { columnLabel, tableLabel } from '../../../wording/page/table';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { NUMBER_COLUMNS } from './columnLabels';
import { EstimateRow } from './row';
import { TableTools } from './tools';

interface Props {
  readonly rows: readonly Estimate[];
  readonly view: View;
  readonly state: PageState;
  readonly actions: Actions;
}

export function ModelTable({ rows, view, state, actions }: Props): JSX.Element {
  const words = useWords();
  const columns = COLUMNS.filter((column) => !state.hiddenColumns.includes(column));
  return (
    <section aria-labelledby="table-heading">
      <h2 id="table-heading">{tableLabel(words, 'heading')}</h2>
      <TableTools view={view} state={state} shown={rows.length} actions={actions} />
      <div class="table-scroll" role="group" aria-labelledby="table-heading" tabIndex={0}>
        <table class="models">
          <thead>
            <tr>
              {(['model', ...columns] as const).map((column) => (
                <Heading key={column} column={column} view={view} state={state} actions={actions} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <EstimateRow
                key={row.model.id}
                row={row}
                columns={columns}
                view={view}
                isOpen={state.openIds.includes(row.model.id)}
                isPinned={view.pinnedIds.includes(row.model.id)}
                state={state}
                actions={actions}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p class="hint">{tableLabel(words, 'nothingPasses')}</p>}
    </section>
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
        {columnLabel(words, column, isConversation(completeScenario(view.scenario)))}
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
