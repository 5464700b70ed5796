import type {
  Estimate as PlainEstimate,
  NoPrice,
  Price,
  TokenCount as PlainCount,
} from '../../../api';
import { assumesCache } from '../../core/estimate/caching/caching';
import { cachingFacts } from '../../core/estimate/caching/facts';
import { disagreementsToJson } from '../../core/export/estimateJson';
import { samplesToJson } from '../../core/export/samples';
import { fits } from '../../core/estimate/contextFit';
import type { Estimate, Priced } from '../../core/estimate/estimate';
import type { RankedEstimate } from '../../core/estimate/ranking';
import { moneyToDecimal } from '../../core/pricing/money';
import { isUnlisted } from '../../core/pricing/selection/sold';
import { firstSeen, isStale, mayNotHaveBegun } from '../../core/pricing/staleness';
import { discountOn } from '../../core/pricing/own/discounts';
import type { Model } from '../../core/pricing/table/priceTable';
import { isOwn } from '../../core/pricing/own/rates';
import { agreeingSources, trustOf } from '../../core/pricing/trust';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { describeCost, describeReason } from '../../wording/cost';
import { describeCounting } from '../../wording/count';
import type { Words } from '../../wording/words';
import type { Settings } from '../settings/settings';

/**
 * An estimate for other extensions: frozen, with decimal strings instead of bigints.
 *
 * @param resolvedFrom the name that was given for the model, if it is not an id or alias of the table.
 * @param words the editor's language, with the currency of the settings.
 * @param asksCaching whether it tells when caching pays where no cache is assumed.
 */
export function plainEstimate(
  estimate: Estimate & Partial<Pick<RankedEstimate, 'timesCheapest'>>,
  { staleAfterDays }: Pick<Settings, 'staleAfterDays'>,
  words: Words,
  resolvedFrom?: string,
  asksCaching = false,
): PlainEstimate {
  const { model, count, scenario, atMs, fit, shares } = estimate;
  const tellsCaching = !shares && (asksCaching || assumesCache(scenario));
  return Object.freeze({
    model: model.id,
    modelName: model.name,
    modelKind: model.kind,
    resolvedFrom: resolvedFrom ?? null,
    ownModels: shares ? Object.freeze(shares.map((share) => share.estimate.model.id)) : null,
    count: plainCount(count, describeCounting(words, model)),
    scenario: Object.freeze(scenario),
    at: new Date(atMs).toISOString(),
    price: Object.freeze(plainPrice(estimate, staleAfterDays, words)),
    contextShare: fit.share ?? null,
    fits: fits(fit),
    fitsContextWindow: fit.fitsWindow,
    fitsMaxOutput: fit.fitsAnswer,
    timesCheapest: estimate.timesCheapest ?? null,
    caching: tellsCaching ? Object.freeze(cachingFacts(estimate)) : null,
    samples: plainSamples(estimate),
  });
}

function plainSamples(estimate: Estimate): PlainEstimate['samples'] {
  const samples = samplesToJson(estimate)?.samples;
  return samples ? Object.freeze(samples.map((sample) => Object.freeze(sample))) : null;
}

/** A count for other extensions, with its method. */
export function plainCount({ tokens, low, high, method }: TokenCount, source: string): PlainCount {
  return Object.freeze({ tokens, low, high, method, source });
}

function plainPrice(estimate: Estimate, staleAfterDays: number, words: Words): Price | NoPrice {
  const { model, price, format, atMs } = estimate;
  if (price.kind === 'unpriced') {
    return {
      kind: 'unpriced',
      reason: price.reason,
      text: describeReason(words, price.reason),
    };
  }
  return {
    kind: 'priced',
    ...plainAmounts(price),
    text: describeCost(words, estimate),
    ...plainRules(model, price, atMs, staleAfterDays),
    overheadUnknown: format.isUnknown,
  };
}

function plainAmounts({ expected, low, high, later, perDay, perMonth }: Priced) {
  return {
    totalUsd: moneyToDecimal(expected.total),
    lowUsd: moneyToDecimal(low),
    highUsd: moneyToDecimal(high),
    inputUsd: moneyToDecimal(expected.input),
    outputUsd: moneyToDecimal(expected.output),
    laterUsd: moneyToDecimal((later ?? { expected }).expected.total),
    dailyUsd: moneyToDecimal(perDay.expected),
    monthlyUsd: moneyToDecimal(perMonth.expected),
  };
}

function plainRules(
  model: Model,
  { applied, derivation }: Priced,
  atMs: number,
  staleAfterDays: number,
) {
  const { period, retired, window, holidayUnknown, tier } = applied;
  return {
    checked: period.source.checked,
    published: period.source.published ?? '',
    trust: trustOf(period),
    source: period.source.url,
    sources: Object.freeze(agreeingSources(period).map(({ name }) => name)),
    disagreements: Object.freeze(disagreementsToJson(period).map((each) => Object.freeze(each))),
    stale: isStale(period.source, atMs, staleAfterDays),
    own: isOwn(period),
    discount: discountOn(period) ?? null,
    retired,
    unlisted: isUnlisted(model, atMs),
    seen: mayNotHaveBegun(period, atMs) ? firstSeen(period) : null,
    servedBy: period.servedBy?.id ?? null,
    hours: window?.name ?? null,
    holidayUnknown,
    longContextFrom: tier?.fromPromptTokens ?? null,
    belowCacheMinimum: derivation.belowCacheMinimum,
    cacheMinimumUnknown: derivation.cacheMinimumUnknown,
  };
}
