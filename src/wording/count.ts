import type { Model } from '../core/pricing/table/priceTable';
import { estimateSource, isEstimatedFamily } from '../core/tokens/estimates/estimates';
import { estimateMark, exactCount, type TokenCount } from '../core/tokens/tokenCount';
import { showNumber } from './numbers';
import { counted } from './language/forms';
import { inBrackets } from './language/lists';
import { about, capitalize, type Words } from './words';

/** "≈1,234". */
export function showTokens(words: Words, count: TokenCount): string {
  return estimateMark(count) + showNumber(words, count.tokens);
}

/** "1 token", "≈1,234 tokens". @param shown the formatted number. */
export function tokensOf(words: Words, tokens: number, shown: string): string {
  const { l10n } = words;
  return counted(words, tokens, l10n.t('[one]{0} token[other]{0} tokens'), shown);
}

/** "≈1,234 tokens". */
export function describeTokens(words: Words, count: TokenCount): string {
  return tokensOf(words, count.tokens, showTokens(words, count));
}

/** "1,234", or "≈1,234 (1,180 to 1,290)" for an estimated count. */
export function describeCount(words: Words, count: TokenCount): string {
  const shown = showTokens(words, count);
  return count.method === 'exact' ? shown : inBrackets(words, shown, showBand(words, count));
}

/** "1,180 to 1,290". */
export function showRange({ l10n }: Words, low: string, high: string): string {
  return l10n.t('{0} to {1}', low, high);
}

/** "1,234 tokens", or "≈1,234 tokens (1,180 to 1,290)" for a count with a band. */
export function describeBand(words: Words, count: TokenCount): string {
  if (count.low === count.high) return describeTokens(words, count);
  return inBrackets(words, describeTokens(words, count), showBand(words, count));
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
  return counted(
    words,
    most,
    l10n.t('[other]{0} to {1} tokens, depending on the model'),
    showNumber(words, least),
    showNumber(words, most),
  );
}

/**
 * The evidence that a model uses its encoding, or the source of its estimate; without any, the user has chosen the
 * encoding.
 */
export function describeEvidence(
  { l10n }: Words,
  { evidence, calibration = '' }: Model['tokenizer'],
): string {
  if (isEstimatedFamily(calibration)) return estimateSource(calibration);
  return evidence === '' ? l10n.t('chosen in the settings') : evidence;
}

/**
 * How a model's tokens are counted, and the evidence. The caller must escape it: it may contain names from the user's
 * settings.
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
        ? l10n.t('Estimated for {0}', evidence)
        : l10n.t('Estimated from {0}: {1}.', encoding, evidence);
  }
}

/** "Exact, counted with o200k_base.", of a count in an encoding instead of for a model. */
export function countedIn({ l10n }: Words, encoding: string): string {
  return l10n.t('Exact, counted with {0}.', encoding);
}

export function nearExactCount({ l10n }: Words): string {
  return l10n.t('near-exact count');
}

export function estimatedCount({ l10n }: Words): string {
  return l10n.t('estimated count');
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
      return estimatedCount(words);
  }
}

/** "Near-exact count", or "Estimated count: 900 to 1,200 tokens": how exact a count is, without the evidence. */
export function describeExactness(words: Words, count: TokenCount, model: Model): string {
  const accuracy = capitalize(words, describeAccuracy(words, model));
  return count.method === 'exact'
    ? accuracy
    : about(words, accuracy, tokensOf(words, count.high, showBand(words, count)));
}
