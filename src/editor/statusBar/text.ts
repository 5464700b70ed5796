import type { Estimate } from '../../core/estimate/estimate';
import { fits } from '../../core/estimate/contextFit';
import { plainText } from '../../core/figures/plainText';
import { keepWidth, type FigureWidth } from '../../core/figures/steadyWidth';
import { isOwn } from '../../core/pricing/own/rates';
import { isStale } from '../../core/pricing/staleness';
import { isConversation } from '../../wording/call';
import { describeCost } from '../../wording/cost';
import { describeTokens } from '../../wording/count';
import { nameOfModels } from '../../wording/models/names';
import { noText, reportTries, selectedTokens, selectionMark } from '../../wording/views/readout';
import type { RequestFacts } from '../../core/requests/facts';
import { ofOneCall } from '../../wording/views/tour';
import { noTokens } from '../../wording/views/beside';
import { asBatch, countOfRequests, toolsUnknown } from '../../wording/views/requestCount';
import type { Words } from '../../wording/words';
import type { ReadoutFacts } from './facts';

type TextFacts = Pick<
  ReadoutFacts,
  | 'widthKey'
  | 'isSelection'
  | 'requests'
  | 'template'
  | 'settings'
  | 'words'
  | 'estimate'
  | 'news'
  | 'age'
  | 'costInReport'
  | 'isNew'
  | 'done'
>;

/** The widths that the figures of one subject have had, under the same settings. */
interface Widths {
  readonly key: string;
  readonly settings: unknown;
  readonly cost: FigureWidth;
  readonly tokens: FigureWidth;
}

/** Writes the item's text so that nothing in it moves as long as the same text is open and edited. */
export class SteadyText {
  #last: Widths | undefined;

  /** "≈$0.0123 · ≈1,234 tokens", "$0.0123 · 12 tokens selected", "No text", with at most one icon before it. */
  write(facts: TextFacts): string {
    const { estimate, settings, words, widthKey: key } = facts;
    if (!hasTokens(facts)) {
      this.forget();
      const noCost = facts.requests?.servers ? toolsUnknown(words) : whyNoTokens(words, estimate);
      return (
        iconOf(facts) +
        (doneParts(facts, noCost) ?? [noCost, ...modelOf(facts), ...triedOf(facts)]).join(' · ')
      );
    }
    const last = this.#lastFor(facts);
    const cost = keepWidth(describeCost(words, estimate), last?.cost);
    const tokens = keepWidth(describeTokens(words, estimate.count), last?.tokens);
    this.#last = { key, settings, cost: cost.width, tokens: tokens.width };
    const parts = doneParts(facts, cost.text) ?? partsOf(facts, cost.text, tokens.text);
    return iconOf(facts) + parts.join(' · ');
  }

  /** The next text has its own width: another document can have the URI of a closed one. */
  forget(): void {
    this.#last = undefined;
  }

  #lastFor({ widthKey, settings }: TextFacts): Widths | undefined {
    const last = this.#last;
    return last?.key === widthKey && last.settings === settings ? last : undefined;
  }
}

/** Messages that are assumed have tokens also without a text; those of requests are sent. */
export function hasTokens({
  estimate,
  requests,
}: Pick<TextFacts, 'estimate' | 'requests'>): boolean {
  return requests ? estimate.count.tokens > 0 : estimate.contents.some(({ tokens }) => tokens > 0);
}

/** "No text", or why a picture has no tokens here. */
function whyNoTokens(words: Words, { beside }: Estimate): string {
  return beside ? noTokens(words, beside) : noText(words);
}

/** What a command has done stands in the place of the rest, because VS Code cuts a long item. */
function doneParts({ done }: TextFacts, cost: string): string[] | undefined {
  return done && (done.hasCost === true ? [done.short] : [cost, done.short]);
}

function partsOf(facts: TextFacts, cost: string, tokens: string): string[] {
  const { settings, words, isSelection, requests } = facts;
  const unit = unitOf(facts);
  if (requests && requests.requests > 1) return requestParts(facts, requests, cost);
  if (settings.statusBarShow === 'cost')
    return [
      cost,
      ...(isSelection ? [selectionMark(words)] : []),
      ...unit,
      ...meanOf(facts),
      ...triedOf(facts),
    ];
  const counted = isSelection ? selectedTokens(words, tokens) : tokens;
  return [cost, counted, ...unit, ...meanOf(facts), ...modelOf(facts), ...triedOf(facts)];
}

/** "1,000 requests · $2.51 as a batch". */
function requestParts(facts: TextFacts, { requests }: RequestFacts, cost: string): string[] {
  const { words, settings, estimate } = facts;
  const isBatch = estimate.scenario.batch && estimate.price.kind === 'priced';
  const amount = isBatch ? asBatch(words, cost) : cost;
  const number = settings.statusBarShow === 'cost' ? [] : [countOfRequests(words, requests)];
  return [...number, amount, ...modelOf(facts), ...triedOf(facts)];
}

/** "for one call": said at first, because a number alone does not tell what it is of. */
function unitOf({ words, isNew, estimate: { scenario } }: TextFacts): string[] {
  return isNew && !isConversation(scenario) ? [ofOneCall(words)] : [];
}

/** "mean of 3 samples". */
function meanOf({ template }: TextFacts): string[] {
  return template?.mark !== undefined && template.samples > 1 ? [template.mark] : [];
}

/** The report beside it shows another cost of the same text. */
function triedOf({ words, costInReport }: TextFacts): string[] {
  return costInReport === undefined ? [] : [reportTries(words, costInReport)];
}

function modelOf({ estimate, settings, words }: TextFacts): string[] {
  if (settings.statusBarShow !== 'costTokensAndModel') return [];
  return [plainText(nameOfModels(words, estimate))];
}

/**
 * The icon of the most urgent mark: a call that exceeds the model's limits, then what a command has just done, then a
 * changed price, then an old price, then an own price. The tooltip has all marks.
 */
function iconOf({ estimate, news, age, done }: TextFacts): string {
  if (!fits(estimate.fit)) return '$(alert) ';
  if (done) return '$(check) ';
  if (news) return '$(bell-dot) ';
  const { price } = estimate;
  if (price.kind === 'unpriced') return '';
  const { period } = price.applied;
  if (isStale(period.source, age.atMs, age.staleAfterDays)) return '$(history) ';
  return isOwn(period) ? '$(account) ' : '';
}
