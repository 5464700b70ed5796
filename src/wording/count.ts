import type { Model } from '../core/pricing/table/priceTable';
import { estimateSource, isEstimatedFamily } from '../core/tokens/estimates/estimates';
import { estimateMark, exactCount, type TokenCount } from '../core/tokens/tokenCount';
import { showNumber } from './numbers';
import type { Words } from './words';

/** "≈1,234". */
export function showTokens(words: Words, count: TokenCount): string {
  return estimateMark(count) + showNumber(words, count.tokens);
}

/** "1 token", "≈1,234 tokens"; `shown` is the number as it is to be written. */
export function tokensOf({ l10n }: Words, tokens: number, shown: string): string {
  return tokens === 1 ? l10n.t('{0} token', shown) : l10n.t('{0} tokens', shown);
}

/** "≈1,234 tokens". */
export function describeTokens(words: Words, count: TokenCount): string {
  return tokensOf(words, count.tokens, showTokens(words, count));
}

/** "≈1,234 (1,180 to 1,290)": an exact count stands alone. */
export function describeCount(words: Words, count: TokenCount): string {
  const shown = showTokens(words, count);
  return count.method === 'exact' ? shown : `${shown} (${showBand(words, count)})`;
}

/** "1,180 to 1,290". */
export function showRange({ l10n }: Words, low: string, high: string): string {
  return l10n.t('{0} to {1}', low, high);
}

/** "≈1,234 tokens (1,180 to 1,290)"; a count without a band stands alone. */
export function describeBand(words: Words, count: TokenCount): string {
  if (count.low === count.high) return describeTokens(words, count);
  return `${describeTokens(words, count)} (${showBand(words, count)})`;
}

/** "1,180 to 1,290". */
export function showBand(words: Words, { low, high }: TokenCount): string {
  return showRange(words, showNumber(words, low), showNumber(words, high));
}

/** "1,100 to 1,300 tokens, depending on the model". */
export function describeTokenRange(words: Words, counts: readonly TokenCount[]): string {
  const { l10n } = words;
  const tokens = counts.map((count) => count.tokens);
  const [least, most] = [Math.min(...tokens), Math.max(...tokens)];
  if (least === most) return describeTokens(words, exactCount(least));
  return l10n.t(
    '{0} to {1} tokens, depending on the model',
    showNumber(words, least),
    showNumber(words, most),
  );
}

/** How it is known that an encoding is the model's; without a source the user chose it. */
export function describeEvidence({ l10n }: Words, { evidence }: Model['tokenizer']): string {
  return evidence === '' ? l10n.t('chosen in the settings') : evidence;
}

/**
 * How a model's tokens are counted, and the evidence for it. It may hold names from a user's settings:
 * escape it where it is shown.
 *
 * Example: "Exact, counted with o200k_base: tiktoken names o200k_base for the model."
 */
export function describeCounting(words: Words, { tokenizer }: Model): string {
  const { l10n } = words;
  const { encoding, accuracy, calibration = '' } = tokenizer;
  const evidence = describeEvidence(words, tokenizer);
  switch (accuracy) {
    case 'exact':
      return l10n.t('Exact, counted with {0}: {1}.', encoding, evidence);
    case 'near-exact':
      return l10n.t('Near-exact, counted with {0}: {1}.', encoding, evidence);
    case 'estimated':
      return isEstimatedFamily(calibration)
        ? l10n.t('Estimated for {0}', estimateSource(calibration))
        : l10n.t('Estimated from {0}: {1}.', encoding, evidence);
  }
}

/**
 * The band of an estimated count, then how the tokens were counted. `safe` escapes names from outside for
 * where they are shown.
 */
export function countNotes(
  words: Words,
  count: TokenCount,
  model: Model,
  safe: (text: string) => string,
): readonly string[] {
  const { l10n } = words;
  const counting = l10n.t('Tokens: {0}', safe(describeCounting(words, model)));
  if (count.method === 'exact') return [counting];
  const [low, high] = [showNumber(words, count.low), showNumber(words, count.high)];
  return [l10n.t('≈ The tokens are estimated: from {0} to {1}.', low, high), counting];
}

export function nearExactCount({ l10n }: Words): string {
  return l10n.t('near-exact count');
}

/** "exact count", "near-exact count", "estimated count". */
export function describeAccuracy(words: Words, { tokenizer }: Model): string {
  const { l10n } = words;
  switch (tokenizer.accuracy) {
    case 'exact':
      return l10n.t('exact count');
    case 'near-exact':
      return nearExactCount(words);
    case 'estimated':
      return l10n.t('estimated count');
  }
}
