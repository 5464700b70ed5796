import { exactTokens, NO_TOKENS, tokensBetween } from '../media/sum';
import type { MediaTokens } from '../media/part';
import type { Model } from '../pricing/table/priceTable';
import { overheadTokens } from './conversation';

// What OpenAI's chat formats add to messages beside their number: two forms are known by the tokens of the reply's
// beginning, which stand beside the model in the price table.

type WithTokenizer = Pick<Model, 'tokenizer'>;

/**
 * The beginning of the reply, `<|start|>assistant<|message|>`, in the format up to GPT-4.1
 * (https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken). Models that reason write their channel after
 * `<|start|>assistant` themselves (https://cookbook.openai.com/articles/openai-harmony): 2 tokens.
 */
const FIRST_REPLY_TOKENS = 3;

/** Whether a model has the format of the cookbook, for which also names and tools are documented. */
export function isFirstFormat({ tokenizer }: WithTokenizer): boolean {
  return tokenizer.perReplyTokens === FIRST_REPLY_TOKENS;
}

/** Models of one family have the same tokens for the same names and messages. */
export function chatFamily({ kind, tokenizer }: Pick<Model, 'kind' | 'tokenizer'>): string {
  const { perMessageTokens, perReplyTokens, perModelMessageTokens } = tokenizer;
  return [kind, perMessageTokens, perReplyTokens, perModelMessageTokens].join(' ');
}

/** What the chat format adds to a first prompt for its messages and for the reply. */
export interface FormatTokens {
  readonly tokens: number;
  /** There are messages, and nothing is known of what the vendor adds to them: the tokens are a lower limit. */
  readonly isUnknown: boolean;
}

export const NO_FORMAT: FormatTokens = { tokens: 0, isUnknown: false };

/**
 * Worked example: two messages on gpt-4o have 2 × 4 + 3 = 11 tokens beside their texts; on Claude 0 at least. An embedding
 * is no chat.
 */
export function formatTokens(
  model: Pick<Model, 'kind' | 'tokenizer'>,
  messages: number,
): FormatTokens {
  if (messages === 0 || model.kind !== 'text') return NO_FORMAT;
  const { perMessageTokens, perReplyTokens } = model.tokenizer;
  return {
    tokens: overheadTokens(model, { messages }, 1),
    isUnknown: perMessageTokens === undefined && perReplyTokens === undefined,
  };
}

/** @param times how often each is added. */
export function sumFormats(
  each: readonly { readonly format: FormatTokens; readonly times?: number }[],
): FormatTokens {
  let tokens = 0;
  for (const { format, times = 1 } of each) tokens += format.tokens * times;
  return { tokens, isUnknown: each.some(({ format }) => format.isUnknown) };
}

/**
 * One token for each name of an author in OpenAI's documented format, beside those of the name itself
 * (https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken, `tokens_per_name`). Of the format of models
 * that reason nothing is said: at most that one.
 */
export function nameTokens(names: number, model: WithTokenizer): MediaTokens {
  if (isFirstFormat(model)) return exactTokens(names);
  return model.tokenizer.perMessageTokens === undefined ? NO_TOKENS : tokensBetween(0, names);
}

/**
 * What messages of the model have more than those of others: `<|channel|>final` is 2 tokens.
 *
 * Worked example: a question, its answer and another question to GPT-5 have 3 × 4 + 2 + 2 = 16 tokens beside their texts.
 */
export function modelMessageTokens(messages: number, { tokenizer }: WithTokenizer): MediaTokens {
  return exactTokens(messages * (tokenizer.perModelMessageTokens ?? 0));
}
