import type { JSX } from 'preact';
import { isOwn, isWhollyOwn } from '../../../core/pricing/own/rates';
import { isStale } from '../../../core/pricing/staleness';
import type { Period } from '../../../core/pricing/table/priceTable';
import type { Estimate } from '../../../core/estimate/estimate';
import { estimateMark } from '../../../core/tokens/tokenCount';
import { visibleText } from '../../../core/figures/visibleText';
import { describeReason, noPrice, showCost } from '../../../wording/cost';
import { showTokens } from '../../../wording/count';
import { showShare } from '../../../wording/numbers';
import { cachingCell, describeCaching } from '../../../wording/page/caching';
import { estimatedTitle, tableLabel, timesCell } from '../../../wording/page/table';
import { dayCell, describeOrigin, describeTrust } from '../../../wording/trust';
import { rowCaching } from '../../figures/caching';
import type { View } from '../../figures/view';
import type { OptionalColumn } from '../../state/pageState';
import { useWords } from '../../words';
import { SourceLink } from './sourceLink';

interface CellProps {
  readonly column: OptionalColumn;
  readonly row: Estimate;
  readonly view: View;
}

/** What a column says of a model. */
export function Cell({ column, row, view }: CellProps): JSX.Element | string {
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
    case 'times':
      return timesCell(words, row, view.headline.baseline);
    case 'context':
      return fit.taken === undefined ? '' : estimateMark(count) + showShare(words, fit.taken);
    case 'caching':
      return <CachingCell row={row} />;
    case 'checked':
      return <CheckedCell row={row} view={view} />;
    case 'source':
      return price.kind === 'priced' ? <SourceCell period={price.applied.period} /> : '';
  }
}

/** Its title is the whole sentence. */
function CachingCell({ row }: { readonly row: Estimate }): JSX.Element {
  const words = useWords();
  const caching = rowCaching(row);
  return <span title={describeCaching(words, caching)}>{cachingCell(words, caching)}</span>;
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
  const { period } = price.applied;
  return (
    <span class={isOld ? 'old' : ''} title={describeOrigin(words, period)}>
      {dayCell(words, source)}
    </span>
  );
}
