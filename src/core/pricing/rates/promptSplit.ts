/** How long the first call writes to the cache what later calls read. */
export const CACHE_WRITES = ['none', 'short', 'long'] as const;

/** `short` is the vendor's standard lifetime (5 minutes at Anthropic), `long` an extended one (1 hour). */
export type CacheWrite = (typeof CACHE_WRITES)[number];

/** A prompt's tokens by rate: input, cached input, cache write. Their sum is the whole prompt. */
export interface PromptSplit {
  readonly freshTokens: number;
  readonly cachedTokens: number;
  readonly writtenTokens: number;
}

/**
 * Splits a prompt into tokens read from the cache, written to it, and neither. The first `tokensBefore` tokens were
 * cached by an earlier call; the next `tokensToCache` are to be cached now.
 *
 * Below the model's minimum, the vendor caches nothing and reports no error: a minimum for each model at
 * Anthropic (https://platform.claude.com/docs/en/build-with-claude/prompt-caching), 1,024 tokens at
 * OpenAI (https://developers.openai.com/api/docs/guides/prompt-caching). The minimum counts from the beginning of
 * the prompt:
 *
 * An unknown minimum is not 0, but the split assumes that the prompt reaches it; `Derivation` tells so.
 *
 *     read    if tokensBefore >= minimum
 *     written if tokensBefore + tokensToCache >= minimum
 *
 * Worked examples, with a minimum of 1,024:
 *
 *     10,000 tokens, 8,000 cached before, 2,000 to cache: 8,000 read, 2,000 written, 0 fresh
 *      1,500 tokens, 1,023 cached before,   477 to cache:     0 read, 1,500 written, 0 fresh
 *      1,023 tokens,     0 cached before, 1,023 to cache:     0 read,     0 written, 1,023 fresh
 */
export function splitPrompt(
  promptTokens: number,
  tokensBefore: number,
  tokensToCache: number,
  minimumTokens = 0,
): PromptSplit {
  const cachedTokens = tokensBefore < minimumTokens ? 0 : tokensBefore;
  const cachedAfter = tokensBefore + tokensToCache;
  const isWritten = tokensToCache > 0 && cachedAfter >= minimumTokens;
  const writtenTokens = isWritten ? cachedAfter - cachedTokens : 0;
  return { freshTokens: promptTokens - cachedTokens - writtenTokens, cachedTokens, writtenTokens };
}

/** The prompt tokens of one request in a vendor's usage report. */
export interface ReportedUsage {
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly writtenTokens: number;
}

/**
 * Splits a usage report without counting cached tokens twice. At OpenAI, DeepSeek, Google and xAI the input tokens
 * include cached tokens (`inside`); at Anthropic they do not (`beside`:
 * https://platform.claude.com/docs/en/build-with-claude/prompt-caching: total input = cache read + cache creation +
 * input).
 *
 * Worked example: a prompt of 10,000 tokens with 8,000 cached and none written. OpenAI reports 10,000 and 8,000,
 * Anthropic 2,000 and 8,000; both are 2,000 fresh and 8,000 cached.
 *
 * @throws {RangeError} if cached and written tokens exceed the input tokens that include them.
 */
export function splitReportedUsage(
  { inputTokens, cachedTokens, writtenTokens }: ReportedUsage,
  counting: 'inside' | 'beside',
): PromptSplit {
  const freshTokens =
    counting === 'beside' ? inputTokens : inputTokens - cachedTokens - writtenTokens;
  if (freshTokens < 0) {
    throw new RangeError(
      `${cachedTokens} cached + ${writtenTokens} written tokens exceed ${inputTokens} input tokens`,
    );
  }
  return { freshTokens, cachedTokens, writtenTokens };
}
