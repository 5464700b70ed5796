import { addMediaTokens, exactTokens, NO_TOKENS, tokensBetween } from '../../media/sum';
import type { MediaTokens } from '../../media/part';
import type { Model } from '../../pricing/table/priceTable';
import { isFirstFormat } from '../chatFormat';
import { readsTypes } from '../counts/toolForms';
import { claudeOf, claudeToolPrompt } from './claude';

/** What a request says of its tools, beside their definitions. */
export interface ToolUse {
  /** Number of definitions. */
  readonly tools: number;
  /** The model has to call one. */
  readonly isForced: boolean;
  readonly hasSystem: boolean;
  readonly hasSchema: boolean;
  /** Characters of the tools as types. */
  readonly typesLength: number;
}

/**
 * Around the types of all tools OpenAI has 9 tokens, and 4 less beside a system message: these give exactly what its API
 * counted for seven requests with functions (https://github.com/hmarr/openai-chat-tokens, tests) and for the example of
 * https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken, 105 tokens on gpt-4 and 101 on gpt-4o.
 */
const AROUND_TYPES = 9;
const BESIDE_SYSTEM = 4;

/** Newer models of OpenAI have a form that is not documented, like this one: 10 % of its tokens of 4 characters. */
const CHARACTERS_OF_DOUBT = 40;

/** "# Response Formats", "## name" around a schema, as https://cookbook.openai.com/articles/openai-harmony has it. */
const MOST_AROUND_SCHEMA = 16;

/** Models of one family have the same tokens around the same tools. */
export function toolFamily(model: Model): string {
  if (readsTypes(model)) return isFirstFormat(model) ? 'known types' : 'types';
  return claudeOf(model.id) ?? (isGemini(model) ? 'gemini' : 'unknown');
}

/** Tokens that a vendor adds for tools and for the schema of the answer. */
export function toolTokens(use: ToolUse, model: Model): MediaTokens {
  const around = use.hasSchema ? tokensBetween(0, MOST_AROUND_SCHEMA) : NO_TOKENS;
  return use.tools === 0 ? around : addMediaTokens([around, aroundTools(use, model)]);
}

function aroundTools(use: ToolUse, model: Model): MediaTokens {
  if (readsTypes(model)) return aroundTypes(use, model);
  const claude = claudeOf(model.id);
  if (claude !== undefined) return claudeToolPrompt(claude, use.isForced);
  // Google's own example has nothing but the functions.
  return isGemini(model) ? NO_TOKENS : { ...NO_TOKENS, unknown: ['tools'] };
}

function aroundTypes({ hasSystem, typesLength }: ToolUse, model: Model): MediaTokens {
  const tokens = AROUND_TYPES - (hasSystem ? BESIDE_SYSTEM : 0);
  if (isFirstFormat(model)) return exactTokens(tokens);
  const doubt = Math.ceil(typesLength / CHARACTERS_OF_DOUBT);
  return tokensBetween(tokens - doubt, tokens + doubt);
}

function isGemini({ id }: Model): boolean {
  return /gemini/i.test(id);
}
