import type { JSX } from 'preact';
import { isOwn, isWhollyOwn } from '../../../core/pricing/own/rates';
import { isStale } from '../../../core/pricing/staleness';
import { hostsOf, inputRange } from '../../../core/pricing/selection/hosts';
import type { Model, Period } from '../../../core/pricing/table/priceTable';
import type { Estimate } from '../../../core/estimate/estimate';
import { timesOf } from '../../../core/estimate/ranking';
import { visibleText } from '../../../core/figures/visibleText';
import { describeReason, noPrice, showCost } from '../../../wording/cost';
import { showTokens } from '../../../wording/count';
import { marksOf } from '../../../wording/page/derivation';
import { showDay, showMultiple, showShare } from '../../../wording/numbers';
import { estimatedTitle, pinModel, tableLabel } from '../../../wording/page/table';
import { dayCell, describeOrigin, describeTrust } from '../../../wording/trust';
import { describeHosts, hostCount, hostsOfModel } from '../../../wording/models/selection';
import { toggled, type Actions } from '../../actions';
import { hostRows } from '../../figures/columns';
import { isWhole, type KnownTable } from '../../state/facts';
import type { OptionalColumn, PageState } from '../../state/pageState';
import { ageOf, type View } from '../../figures/view';
import { useWords } from '../../words';
import { NUMBER_COLUMNS } from './columnLabels';
import { FormulaView } from './formula';
import { SourceLink } from './sourceLink';

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
              ? describeHosts(words, visibleText(weightsName(model)), hosts.length, range)
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

/** "Llama 3.3 70B on Groq" at Groq is Llama 3.3 70B. */
function weightsName({ name, providerName }: Model): string {
  return name.replace(` on ${providerName}`, '');
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
        <th scope="row">
          <RowHeading {...props} isPinned={isPinned} />
        </th>
        {columns.map((column) => (
          <td key={column} class={NUMBER_COLUMNS.has(column) ? 'number' : ''}>
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

function RowHeading(props: RowProps & { readonly isPinned: boolean }): JSX.Element {
  const { row, rowKey, view, isPinned, state, actions } = props;
  const words = useWords();
  const { id, name } = row.model;
  const isOpen = state.openRows.includes(rowKey);
  return (
    <div class="row-heading">
      <PinButton name={name} isPinned={isPinned} pin={() => actions.pinModel(id, !isPinned)} />
      <button
        type="button"
        class="open"
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId(rowKey) : undefined}
        title={visibleText(id)}
        onClick={() => actions.update({ openRows: toggled(state.openRows, rowKey) })}
      >
        <span class="chevron" aria-hidden="true" />
        <bdi>{visibleText(name)}</bdi>
      </button>
      <HostsButton {...props} />
      {marksOf(words, row, ageOf(view)).map(({ label, reason, isWarning }) => (
        <span key={label} class={isWarning ? 'tag warning' : 'tag'} title={reason}>
          {label}
        </span>
      ))}
    </div>
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

interface CellProps {
  readonly column: OptionalColumn;
  readonly row: Estimate;
  readonly view: View;
}

function Cell({ column, row, view }: CellProps): JSX.Element | string {
  const { model, count, price, fit } = row;
  const words = useWords();
  switch (column) {
    case 'provider':
      return <bdi class="provider">{visibleText(model.providerName)}</bdi>;
    case 'tokens':
      return <TokenCell row={row} />;
    case 'call':
      if (price.kind === 'unpriced') {
        return <span title={describeReason(words, price.reason)}>{noPrice(words)}</span>;
      }
      return showCost(words, count, price.expected.total);
    case 'day':
      return price.kind === 'priced' ? showCost(words, count, price.perDay.expected) : '';
    case 'month':
      return price.kind === 'priced' ? showCost(words, count, price.perMonth.expected) : '';
    case 'times': {
      const times = timesOf(row, view.headline.baseline);
      return times === undefined ? '' : showMultiple(words, times);
    }
    case 'context':
      return fit.share === undefined ? '' : showShare(words, fit.share);
    case 'checked':
      return <CheckedCell row={row} view={view} />;
    case 'source':
      return price.kind === 'priced' ? <SourceCell period={price.applied.period} /> : '';
  }
}

function TokenCell({ row: { count } }: { readonly row: Estimate }): JSX.Element {
  const words = useWords();
  const shown = showTokens(words, count);
  return count.method === 'exact' ? (
    <>{shown}</>
  ) : (
    <span title={estimatedTitle(words, count)}>{shown}</span>
  );
}

/** "genai-prices 0.1.8, equal in 2 independent sources". */
function SourceCell({ period }: { readonly period: Period }): JSX.Element {
  const words = useWords();
  return (
    <>
      <SourceLink source={period.source} />
      {isOwn(period) ? '' : `, ${describeTrust(words, period)}`}
    </>
  );
}

function CheckedCell({ row, view }: Omit<CellProps, 'column'>): JSX.Element {
  const words = useWords();
  const { price } = row;
  if (price.kind === 'unpriced') return <></>;
  const { source } = price.applied.period;
  if (isWhollyOwn(source)) {
    return <>{tableLabel(words, source.origin === 'team' ? 'teamPrice' : 'ownPrice')}</>;
  }
  const isOld = isStale(source, view.subject.atMs, view.staleAfterDays);
  const showDayOf = (day: string): string => showDay(words, day);
  const { period } = price.applied;
  return (
    <span class={isOld ? 'old' : ''} title={describeOrigin(words, period, showDayOf)}>
      {dayCell(words, source, showDayOf)}
    </span>
  );
}
