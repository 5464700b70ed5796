import { fits } from '../../core/estimate/contextFit';
import { keepWidth, type FigureWidth } from '../../core/figures/steadyWidth';
import { isStale } from '../../core/pricing/staleness';
import { isUsersOwn } from '../../core/pricing/own/rates';
import { plainText } from '../../core/figures/plainText';
import type { ReadoutFacts } from './facts';
import { describeCost } from '../../wording/cost';
import { describeTokens } from '../../wording/count';
import { wordsOf } from '../words';
import { subjectUri } from '../subject/subject';

/** The widths that the figures of one subject have had. */
interface Widths {
  readonly subject: string;
  readonly settings: unknown;
  readonly cost: FigureWidth;
  readonly tokens: FigureWidth;
}

/** Writes the item's text so that nothing in it moves as long as the same text is edited. */
export class SteadyText {
  #last: Widths | undefined;

  /** "≈$0.0123 · ≈1,234 tokens", with at most one sign before it. */
  write(facts: ReadoutFacts): string {
    const { estimate, result } = facts;
    const { settings } = result;
    const last = this.#lastFor(facts);
    const words = wordsOf(settings);
    const cost = keepWidth(describeCost(words, estimate), last?.cost);
    const tokens = keepWidth(describeTokens(words, estimate.count), last?.tokens);
    this.#last = { subject: keyOf(facts), settings, cost: cost.width, tokens: tokens.width };
    return iconOf(facts) + partsOf(facts, cost.text, tokens.text).join(' · ');
  }

  #lastFor(facts: ReadoutFacts): Widths | undefined {
    const last = this.#last;
    return last?.subject === keyOf(facts) && last.settings === facts.result.settings
      ? last
      : undefined;
  }
}

/** A selection has widths of its own: it may be a word of a large document. */
function keyOf({ subject }: ReadoutFacts): string {
  const isPart = subject.kind === 'text' ? subject.selections.length > 0 : !subject.isWhole;
  return `${subjectUri(subject).toString()} ${isPart}`;
}

function partsOf({ estimate, result }: ReadoutFacts, cost: string, tokens: string): string[] {
  switch (result.settings.statusBarShow) {
    case 'cost':
      return [cost];
    case 'costAndTokens':
      return [cost, tokens];
    case 'costTokensAndModel':
      return [cost, tokens, plainText(estimate.model.name)];
  }
}

/**
 * One sign at most, the most urgent: a call that cannot be made as it is, then a price that may be wrong,
 * then one that is the user's own. The tooltip has them all.
 */
function iconOf({ estimate, result }: ReadoutFacts): string {
  if (!fits(estimate.fit)) return '$(alert) ';
  const { price } = estimate;
  if (price.kind === 'unpriced') return '';
  const { period } = price.applied;
  if (isStale(period.source, result.atMs, result.settings.staleAfterDays)) return '$(history) ';
  return isUsersOwn(period) ? '$(account) ' : '';
}
