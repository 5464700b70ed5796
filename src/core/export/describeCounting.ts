import type { Model } from '../pricing/table/priceTable';
import { estimateSource, isEstimatedFamily } from '../tokens/estimates/estimates';
import { estimateMark, type TokenCount } from '../tokens/tokenCount';
import { formatTokens } from '../figures/formats';

/**
 * How a model's tokens are counted, and how that is known: for an estimate the encoding that is counted,
 * the factors on top and their source. It may hold names from a user's settings: escape it where it is
 * shown.
 *
 * Example: "Exact, counted with o200k_base: tiktoken names o200k_base for the model."
 */
export function describeCounting({ tokenizer }: Model): string {
  const { encoding, accuracy, calibration = '', evidence } = tokenizer;
  switch (accuracy) {
    case 'exact':
      return `Exact, counted with ${encoding}: ${evidence}.`;
    case 'near-exact':
      return `Near-exact, counted with ${encoding}: ${evidence}.`;
    case 'estimated':
      return isEstimatedFamily(calibration)
        ? `Estimated for ${estimateSource(calibration)}`
        : `Estimated from ${encoding}: ${evidence}.`;
  }
}

/** "≈1,234 (1,180 to 1,290)", or "1,234" for a count without a band. */
export function formatCount(count: TokenCount): string {
  const tokens = estimateMark(count) + formatTokens(count.tokens);
  if (count.method === 'exact') return tokens;
  return `${tokens} (${formatTokens(count.low)} to ${formatTokens(count.high)})`;
}

/** How several models are counted, those together that are counted alike. */
export function countingSources(
  models: readonly Model[],
): readonly { readonly ids: readonly string[]; readonly counting: string }[] {
  const sources = new Map<string, string[]>();
  for (const model of models) {
    const counting = describeCounting(model);
    sources.set(counting, [...(sources.get(counting) ?? []), model.id]);
  }
  return [...sources].map(([counting, ids]) => ({ ids, counting }));
}
