import type { Model } from '../pricing/table/priceTable';
import type { CallTokens } from './cost/call';
import type { FullScenario } from '../scenario/scenario';

/** Whether an earlier call wrote the scenario's cached share to the cache. */
export type CacheState = 'empty' | 'written';

/**
 * The requests of a scenario: one call, or the turns of a conversation. Each turn sends the text (s tokens), then all
 * that the user (u tokens per turn) and the model (a tokens per turn) have written so far:
 *
 *     prompt tokens of turn k:    s + k u + (k - 1) a
 *     prompt tokens of n turns: n s + u n (n + 1) / 2 + a n (n - 1) / 2
 *
 * Worked example: 20 turns with s = 2,000, u = 500, a = 500 on DeepSeek-R1 at 0.55 / 0.14 / 2.19 USD per million send
 * 240,000 tokens and receive 10,000: 0.132 + 0.0219 = 0.1539 USD. If each turn reads the previous prompt from the
 * cache, 218,500 of them are cached: 0.0118250 + 0.03059 + 0.0219 = 0.064315 USD.
 *
 * A text that the model writes is the answer of each turn (a), and s = 0. Worked example: 1,000 tokens on DeepSeek-R1
 * are 1,000 × 2.19 = 0.00219 USD of output and no input.
 *
 * Vendors drop hidden reasoning from the history, so it is not sent again
 * (https://api-docs.deepseek.com/guides/reasoning_model).
 */
export function callsOf(
  model: Model,
  textTokens: number,
  scenario: FullScenario,
  cache: CacheState,
): readonly CallTokens[] {
  const { cacheWrite, reasoningTokens } = scenario;
  const { outputTokens } = rolesOf(textTokens, scenario);
  const prompts: number[] = [];
  for (let turn = 1; turn <= scenario.conversationTurns; turn++) {
    prompts.push(promptTokensOf(model, textTokens, scenario, turn));
  }
  return prompts.map((promptTokens, index) => {
    const tokensBefore = tokensCachedBefore(prompts, index, scenario, cache);
    const tokensAfter = tokensCachedAfter(prompts, index, scenario);
    const tokensToCache = cacheWrite === 'none' ? 0 : tokensAfter - tokensBefore;
    return {
      promptTokens,
      tokensBefore,
      tokensToCache,
      cacheWrite,
      outputTokens,
      reasoningTokens,
    };
  });
}

/**
 * Tokens sent at the start of each prompt, and tokens of each answer.
 *
 * Worked example: a text of 1,000 tokens with 500 output tokens assumed: 1,000 sent, 500 written. The same text as
 * output: 0 sent, 1,000 written.
 */
export function rolesOf(
  textTokens: number,
  { treatTextAs, outputTokens }: FullScenario,
): { readonly sentTokens: number; readonly outputTokens: number } {
  return treatTextAs === 'output'
    ? { sentTokens: 0, outputTokens: textTokens }
    : { sentTokens: textTokens, outputTokens };
}

/**
 * Tokens of a turn's whole prompt; the first turn is 1.
 *
 * Worked example: a text of 2,000 tokens, 500 added and 500 answered each turn: turn 3 sends
 * 2,000 + 3 × 500 + 2 × 500 = 4,500.
 *
 * @param textTokens of a text that is sent, with what the chat format adds to the first prompt (`sentOn`).
 */
export function promptTokensOf(
  model: Model,
  textTokens: number,
  scenario: FullScenario,
  turn: number,
): number {
  const { sentTokens, outputTokens } = rolesOf(textTokens, scenario);
  const history = turn * scenario.turnInputTokens + (turn - 1) * outputTokens;
  return sentTokens + history + laterOverhead(model, scenario, turn);
}

/** The overhead of a turn that is not in the tokens of the text: as output, a text has none. */
function laterOverhead(model: Model, scenario: FullScenario, turn: number): number {
  const overhead = overheadTokens(model, scenario, turn);
  return scenario.treatTextAs === 'output'
    ? overhead
    : overhead - overheadTokens(model, scenario, 1);
}

/**
 * Tokens of a turn's prompt that are in the cache before it. With a cache write, the first call writes the cached
 * share, and all later calls, also of other conversations, read it. Without one, every call reads the share.
 *
 * Worked example: 10,000 tokens with a cached share of 0.8. With a write, the first call writes 8,000 and sends 2,000
 * fresh; each later one reads 8,000 and sends 2,000 fresh. Without one, every call reads 8,000.
 */
function tokensCachedBefore(
  prompts: readonly number[],
  index: number,
  { cachedShare, cacheHistory, cacheWrite }: FullScenario,
  cache: CacheState,
): number {
  if (cacheHistory && index > 0) return prompts[index - 1] ?? 0;
  if (cacheWrite === 'none') return Math.round(cachedShare * (prompts[index] ?? 0));
  return index > 0 || cache === 'written' ? Math.round(cachedShare * (prompts[0] ?? 0)) : 0;
}

/**
 * Tokens in the cache after a turn that writes: its whole prompt if the history is cached, else the cached share of
 * the first prompt, which all calls have in common.
 *
 * Worked example: prompts of 1,000 and 2,000 with a cached share of 0.5: 500 after each; with the history cached,
 * 1,000 after the first and 2,000 after the second.
 */
function tokensCachedAfter(
  prompts: readonly number[],
  index: number,
  { cachedShare, cacheHistory }: FullScenario,
): number {
  if (cacheHistory && prompts.length > 1) return prompts[index] ?? 0;
  return Math.round(cachedShare * (prompts[0] ?? 0));
}

/**
 * Tokens that the vendor's chat format adds: some for each message, with the one of its role; more for an answer of the
 * model that is sent again; and some for the reply. Zero without messages, and if nothing is known of the format.
 *
 * Up to GPT-4.1 a message has 3 and the tokens of its role, which is one token ("system", "developer", "user",
 * "assistant", "tool"), and the reply 3 (https://github.com/openai/openai-cookbook, How_to_count_tokens_with_tiktoken).
 * OpenAI's own example of a "developer" message "You are a helpful assistant." (6 tokens) and a "user" message "Hello!"
 * (2) has 19 `prompt_tokens` (https://platform.openai.com/docs/api-reference/chat/create): 6 + 2 + 2 × 4 + 3.
 *
 * Worked example: a system and a user message on gpt-4o: 2 × 4 + 3 = 11. Each later turn of a conversation adds two
 * messages, the reply and the next question: 4 × 4 + 3 = 19 in the second. On gpt-5, with 4 for a message, 2 for the reply
 * and 2 more for an answer: 2 × 4 + 2 = 10, and 4 × 4 + 2 + 2 = 20.
 */
export function overheadTokens(
  { tokenizer }: Pick<Model, 'tokenizer'>,
  { messages }: Pick<FullScenario, 'messages'>,
  turn: number,
): number {
  if (messages === 0) return 0;
  const { perMessageTokens = 0, perReplyTokens = 0, perModelMessageTokens = 0 } = tokenizer;
  const answers = turn - 1;
  return (
    (messages + 2 * answers) * perMessageTokens + answers * perModelMessageTokens + perReplyTokens
  );
}
