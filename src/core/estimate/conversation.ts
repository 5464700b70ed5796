import type { Model } from '../pricing/priceTable';
import type { CallTokens } from './callCost';
import type { FullScenario } from './scenario';

/**
 * The requests of a scenario: one call, or the turns of a conversation, which sends its history again in
 * each turn, so that its price grows with the square of its length. The text is sent first in each turn
 * (s tokens), then what the user and the model have written so far (u and a tokens a turn): turn k has
 * s + k u + (k - 1) a prompt tokens, n turns n s + u n (n + 1) / 2 + a n (n - 1) / 2.
 *
 * Worked example: 20 turns with s = 2,000, u = 500, a = 500 on DeepSeek-R1 at 0.55 / 0.14 / 2.19 send
 * 240,000 tokens and receive 10,000: 0.132 + 0.0219 = 0.1539 USD, not the 0.0285 of each text sent once.
 * When each turn reads the prompt before it from the cache, 218,500 of them are cached: 0.0118250 +
 * 0.03059 + 0.0219 = 0.064315 USD.
 *
 * Where the text is what the model writes, it is the answer of each turn (a) and nothing of it is sent
 * first (s = 0): 1,000 tokens on DeepSeek-R1 are 1,000 x 2.19 = 0.00219 USD of output and no input.
 *
 * Hidden reasoning is not sent again: vendors drop it from the history
 * (https://api-docs.deepseek.com/guides/reasoning_model).
 */
export function callsOf(
  model: Model,
  textTokens: number,
  scenario: FullScenario,
): readonly CallTokens[] {
  const { conversationTurns, turnInputTokens, cachedShare, cacheHistory } = scenario;
  const isAnswer = scenario.treatTextAs === 'output';
  const sentTokens = isAnswer ? 0 : textTokens;
  const outputTokens = isAnswer ? textTokens : scenario.outputTokens;
  const calls: CallTokens[] = [];
  let previous = 0;
  for (let turn = 1; turn <= conversationTurns; turn++) {
    const history = turn * turnInputTokens + (turn - 1) * outputTokens;
    const promptTokens = sentTokens + history + overheadTokens(model, scenario, turn);
    const shared = Math.round(cachedShare * promptTokens);
    const cachedTokens = cacheHistory && turn > 1 ? previous : shared;
    const { cacheWrite, reasoningTokens } = scenario;
    calls.push({ promptTokens, cachedTokens, cacheWrite, outputTokens, reasoningTokens });
    previous = promptTokens;
  }
  return calls;
}

/**
 * Tokens that the vendor adds for the form of a chat: some for each message and some once for the reply.
 * For gpt-4o three and three (https://github.com/openai/openai-cookbook,
 * How_to_count_tokens_with_tiktoken). Zero where no vendor documents it, and without messages.
 *
 * Worked example: a system and a user message on gpt-4o: 2 x 3 + 3 = 9. Each later turn of a conversation
 * adds two messages, the reply and the next question: 4 x 3 + 3 = 15 in the second.
 */
export function overheadTokens(
  { tokenizer }: Model,
  { messages }: FullScenario,
  turn: number,
): number {
  if (messages === 0) return 0;
  const sent = messages + 2 * (turn - 1);
  return sent * (tokenizer.perMessageTokens ?? 0) + (tokenizer.perReplyTokens ?? 0);
}
