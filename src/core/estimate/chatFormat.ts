import { exactTokens, NO_TOKENS, tokensBetween } from '../media/sum';
import type { MediaTokens } from '../media/part';
import type { Model } from '../pricing/table/priceTable';

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
export function chatFamily({ tokenizer }: WithTokenizer): string {
  const { perMessageTokens, perReplyTokens, perModelMessageTokens } = tokenizer;
  return [perMessageTokens, perReplyTokens, perModelMessageTokens].join(' ');
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
