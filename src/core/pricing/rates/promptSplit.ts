/** Whether the first call writes to the cache what later calls read from it, and for how long. */
export const CACHE_WRITES = ['none', 'short', 'long'] as const;

/** `short` is the vendor's usual time (5 minutes at Anthropic), `long` the longer one that it sells (1 hour). */
export type CacheWrite = (typeof CACHE_WRITES)[number];

/** A prompt's tokens by what is billed for them; they sum to the whole prompt. */
export interface PromptSplit {
  readonly freshTokens: number;
  readonly cachedTokens: number;
  readonly writtenTokens: number;
}

/**
 * Splits a prompt into what is read from the cache, what is written to it and what is neither: from its
 * beginning so many tokens that were cached before, then so many that are to be cached.
 *
 * Below the model's minimum the vendor caches nothing and reports no error: a minimum for each model at
 * Anthropic (https://platform.claude.com/docs/en/build-with-claude/prompt-caching), 1,024 tokens at
 * OpenAI (https://developers.openai.com/api/docs/guides/prompt-caching). The minimum counts
 * from the beginning of the prompt: what was cached must reach it, and so must what is to be cached with
 * what comes before it.
 *
 * Worked example: 10,000 tokens, 8,000 of them cached before, minimum 1,024, the rest to be cached: 8,000
 * read, 2,000 written, none fresh. With 1,023 of 1,500 tokens cached before, nothing is read and 1,500
 * are written; of a prompt of 1,023 tokens nothing is read or written and all are fresh.
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

/** What a vendor's usage report says of one request's prompt. */
export interface ReportedUsage {
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly writtenTokens: number;
}

/**
 * Splits a usage report without billing cached tokens twice. OpenAI, DeepSeek, Google and xAI count them
 * inside the input tokens; Anthropic reports them beside
 * (https://platform.claude.com/docs/en/build-with-claude/prompt-caching: total input = cache read +
 * cache creation + input).
 *
 * Worked example: a prompt of 10,000 tokens with 8,000 cached and none written. OpenAI reports 10,000 and
 * 8,000, Anthropic 2,000 and 8,000; both are 2,000 fresh and 8,000 cached.
 *
 * @throws {RangeError} when more is reported inside the input tokens than they are.
 */
export function splitReportedUsage(
  { inputTokens, cachedTokens, writtenTokens }: ReportedUsage,
  counting: 'inside' | 'beside',
): PromptSplit {
  const freshTokens =
    counting === 'beside' ? inputTokens : inputTokens - cachedTokens - writtenTokens;
  if (freshTokens < 0) {
    throw new RangeError(`${cachedTokens} + ${writtenTokens} tokens inside ${inputTokens}`);
  }
  return { freshTokens, cachedTokens, writtenTokens };
}
