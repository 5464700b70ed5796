/** Whether the part of a prompt that is not cached yet is written to the cache, and for how long. */
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
 * Splits a prompt into what is read from the cache, what is written to it and what is neither.
 *
 * Below the model's minimum the vendor caches nothing and reports no error: a minimum for each model at
 * Anthropic (https://platform.claude.com/docs/en/build-with-claude/prompt-caching), 1,024 tokens at
 * OpenAI (https://developers.openai.com/api/docs/guides/prompt-caching). The minimum counts
 * from the beginning of the prompt: the cached prefix must reach it, and so must the prompt to be written.
 *
 * Worked example: 10,000 tokens, 8,000 of them cached before, minimum 1,024, the rest written: 8,000
 * read, 2,000 written, none fresh. With 1,023 of 1,500 tokens cached before, nothing is read and 1,500
 * are written; of a prompt of 1,023 tokens nothing is read or written and all are fresh.
 */
export function splitPrompt(
  promptTokens: number,
  cachedTokens: number,
  write: CacheWrite,
  minimumTokens = 0,
): PromptSplit {
  const cached = cachedTokens < minimumTokens ? 0 : cachedTokens;
  const rest = promptTokens - cached;
  const written = write === 'none' || promptTokens < minimumTokens ? 0 : rest;
  return { freshTokens: rest - written, cachedTokens: cached, writtenTokens: written };
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
