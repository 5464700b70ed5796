import type { JSX } from 'preact';
import { withoutSeller } from '../../../core/pricing/selection/match';
import { hostsOf, inputRange } from '../../../core/pricing/selection/hosts';
import type { Model } from '../../../core/pricing/table/priceTable';
import type { Estimate } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import { marksOf } from '../../../wording/page/derivation';
import { pinModel, tableLabel } from '../../../wording/page/table';
import { describeHosts, hostCount, hostsOfModel } from '../../../wording/models/selection';
import { toggled, type Actions } from '../../actions';
import { hostRows } from '../../figures/columns';
import { isWhole, type KnownTable } from '../../state/facts';
import type { OptionalColumn, PageState } from '../../state/pageState';
import { ageOf, type View } from '../../figures/view';
import { useWords } from '../../words';
import { Cell } from './cell';
import { NUMBER_COLUMNS } from './columnLabels';
import { FormulaView } from './formula';
import { rowName, type ProviderPlace } from './rowName';

interface Props {
  readonly row: Estimate;
  readonly columns: readonly OptionalColumn[];
  readonly view: View;
  /** `aria-rowindex`; undefined below another row. */
  readonly rowIndex?: number;
  readonly state: PageState;
  readonly actions: Actions;
}

/** One model and, once they are unfolded, the other hosts of its weights below it. */
export function ModelRows(props: Props): JSX.Element {
  const { row, view, state } = props;
  const { id } = row.model;
  const hosts = hostCountOf(row.model, view.table);
  const areHostsOpen = hosts > 1 && state.openHosts.includes(id);
  return (
    <>
      <EstimateRow {...props} rowKey={id} hosts={hosts} areHostsOpen={areHostsOpen} />
      {areHostsOpen && <HostRows {...props} />}
    </>
  );
}

function hostCountOf({ weights }: Model, { hosts }: KnownTable): number {
  return weights === undefined ? 0 : (hosts[weights] ?? 0);
}

function HostRows({ rowIndex: _rowIndex, ...props }: Props): JSX.Element {
  const { row, columns, view } = props;
  const words = useWords();
  const { model } = row;
  const hosts = hostsOf(view.table, model, view.atMs);
  const range = inputRange(hosts, view.atMs);
  return (
    <>
      <tr class="hosts" id={hostsId(model.id)}>
        <td colSpan={columns.length + 1}>
          <p>
            {isWhole(view.table)
              ? describeHosts(words, visibleText(withoutSeller(model)), hosts.length, range)
              : tableLabel(words, 'loadingAll')}
          </p>
        </td>
      </tr>
      {hostRows(row, view).map((host) => (
        <EstimateRow
          key={host.model.id}
          {...props}
          row={host}
          rowKey={`${model.id}>${host.model.id}`}
          hosts={0}
          areHostsOpen={false}
        />
      ))}
    </>
  );
}

function hostsId(modelId: string): string {
  return `hosts-${modelId}`;
}

interface RowProps extends Props {
  /** Of all rows, also of the same model below another one. */
  readonly rowKey: string;
  /** Number of hosts that can be unfolded; 0 for a row that is itself unfolded. */
  readonly hosts: number;
  readonly areHostsOpen: boolean;
}

/** One model. Its name opens the formula below it. */
function EstimateRow(props: RowProps): JSX.Element {
  const { row, rowKey, rowIndex, columns, view, state, actions } = props;
  const { model } = row;
  const isYours = model.id === view.modelId;
  const isPinned = view.pinnedIds.includes(model.id);
  return (
    <>
      <tr
        class={rowClass({ isYours, isPinned, isHost: rowIndex === undefined })}
        aria-current={isYours ? 'true' : undefined}
        aria-rowindex={rowIndex}
      >
        {/* Read with each cell: the name alone, without the buttons. */}
        <th scope="row" aria-label={visibleText(model.name)}>
          <RowHeading {...props} isPinned={isPinned} />
        </th>
        {columns.map((column) => (
          <td key={column} class={NUMBER_COLUMNS.has(column) ? 'number' : ''} data-of={column}>
            <Cell column={column} row={row} view={view} />
          </td>
        ))}
      </tr>
      {state.openRows.includes(rowKey) && (
        <tr class="details" id={detailsId(rowKey)}>
          <td colSpan={columns.length + 1}>
            <FormulaView row={row} view={view} actions={actions} />
          </td>
        </tr>
      )}
    </>
  );
}

function detailsId(rowKey: string): string {
  return `formula-${rowKey}`;
}

interface RowKind {
  readonly isYours: boolean;
  readonly isPinned: boolean;
  readonly isHost: boolean;
}

function rowClass({ isYours, isPinned, isHost }: RowKind): string {
  return [isYours && 'yours', isPinned && 'pinned', isHost && 'host'].filter(Boolean).join(' ');
}

/** A page that is too narrow for the column says the provider with the model. */
function providerPlace(
  columns: readonly OptionalColumn[],
  { hiddenColumns }: PageState,
): ProviderPlace {
  if (columns.includes('provider')) return 'column';
  return hiddenColumns.includes('provider') ? 'hidden' : 'withModel';
}

function RowHeading(props: RowProps & { readonly isPinned: boolean }): JSX.Element {
  const { row, rowKey, columns, view, isPinned, state, actions } = props;
  const { id } = row.model;
  const isOpen = state.openRows.includes(rowKey);
  const place = providerPlace(columns, state);
  const { name, provider } = rowName(row.model, place);
  return (
    <div class="row-heading">
      <PinButton
        name={row.model.name}
        isPinned={isPinned}
        pin={() => actions.pinModel(id, !isPinned)}
      />
      <div class={place === 'withModel' ? 'row-text narrow' : 'row-text'}>
        <button
          type="button"
          class="open"
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId(rowKey) : undefined}
          title={visibleText(id)}
          onClick={() => actions.update({ openRows: toggled(state.openRows, rowKey) })}
        >
          <span class="chevron" aria-hidden="true" />
          <bdi>{name}</bdi>
        </button>
        <div class="row-note">
          {provider !== undefined && <bdi>{provider}</bdi>}
          <HostsButton {...props} />
          <Marks row={row} view={view} />
        </div>
      </div>
    </div>
  );
}

function Marks({ row, view }: Pick<Props, 'row' | 'view'>): JSX.Element {
  const words = useWords();
  return (
    <>
      {marksOf(words, row, ageOf(view)).map(({ label, reason, isWarning }) => (
        <span key={label} class={isWarning ? 'tag warning' : 'tag'} title={reason}>
          {label}
        </span>
      ))}
    </>
  );
}

/** Unfolds the other hosts of the same weights. */
function HostsButton({ row, hosts, areHostsOpen, state, actions }: RowProps): JSX.Element | null {
  const words = useWords();
  const { id, name } = row.model;
  if (hosts < 2) return null;
  return (
    <button
      type="button"
      class="tag unfold"
      aria-expanded={areHostsOpen}
      aria-controls={areHostsOpen ? hostsId(id) : undefined}
      aria-label={hostsOfModel(words, hosts, visibleText(name))}
      onClick={() => actions.update({ openHosts: toggled(state.openHosts, id) })}
    >
      <span class="chevron" aria-hidden="true" />
      {hostCount(words, hosts)}
    </button>
  );
}

interface PinButtonProps {
  readonly name: string;
  readonly isPinned: boolean;
  readonly pin: () => void;
}

function PinButton({ name, isPinned, pin }: PinButtonProps): JSX.Element {
  const words = useWords();
  return (
    <button
      type="button"
      class="pin"
      aria-pressed={isPinned}
      aria-label={pinModel(words, visibleText(name))}
      onClick={pin}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M4 1h4v4l2 2v1H6.5v3h-1V8H2V7l2-2z" />
      </svg>
    </button>
  );
}
