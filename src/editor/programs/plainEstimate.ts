import type {
  Estimate as PlainEstimate,
  NoPrice,
  Price,
  TokenCount as PlainCount,
} from '../../../api';
import { fitContext, fits } from '../../core/estimate/contextFit';
import type { Estimate } from '../../core/estimate/estimate';
import { projectCost } from '../../core/estimate/projection';
import { completeScenario } from '../../core/scenario/scenario';
import { moneyToDecimal } from '../../core/pricing/money';
import { isStale } from '../../core/pricing/staleness';
import { isUsersOwn } from '../../core/pricing/own/rates';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { describeCost, describeReason } from '../../wording/cost';
import { describeCounting } from '../../wording/count';
import { wordsOf } from '../words';
import type { Settings } from '../settings/settings';

/** What an estimate is read with. */
export interface EstimateContext {
  readonly settings: Settings;
  readonly atMs: number;
}

/** An estimate as it leaves the extension: frozen, without bigints and without our own types. */
export function plainEstimate(estimate: Estimate, context: EstimateContext): PlainEstimate {
  const { model, count } = estimate;
  const fit = fitContext(estimate);
  return Object.freeze({
    model: model.id,
    modelName: model.name,
    count: plainCount(count, describeCounting(wordsOf(), model)),
    scenario: Object.freeze(completeScenario(estimate.scenario)),
    at: new Date(context.atMs).toISOString(),
    price: Object.freeze(plainPrice(estimate, context)),
    contextShare: fit.share ?? null,
    fits: fits(fit),
  });
}

/** A count as it leaves the extension, with what it rests on. */
export function plainCount({ tokens, low, high, method }: TokenCount, source: string): PlainCount {
  return Object.freeze({ tokens, low, high, method, source });
}

function plainPrice(estimate: Estimate, { settings, atMs }: EstimateContext): Price | NoPrice {
  const { price, scenario } = estimate;
  if (price.kind === 'unpriced') {
    return {
      kind: 'unpriced',
      reason: price.reason,
      text: describeReason(wordsOf(), price.reason),
    };
  }
  const { period, retired } = price.applied;
  return {
    kind: 'priced',
    totalUsd: moneyToDecimal(price.expected.total),
    lowUsd: moneyToDecimal(price.low),
    highUsd: moneyToDecimal(price.high),
    inputUsd: moneyToDecimal(price.expected.input),
    outputUsd: moneyToDecimal(price.expected.output),
    dailyUsd: moneyToDecimal(projectCost(price, scenario, 1).expected),
    text: describeCost(wordsOf(settings), estimate),
    checked: period.source.checked,
    source: period.source.url,
    stale: isStale(period.source, atMs, settings.staleAfterDays),
    own: isUsersOwn(period),
    retired,
  };
}
