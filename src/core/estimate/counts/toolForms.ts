import { ANSWER_SCHEMA, TOOLS_AS_JSON, TOOLS_AS_TYPES } from '../../partForms';
import type { Model } from '../../pricing/table/priceTable';
import type { TokenCount } from '../../tokens/tokenCount';

/** The encodings of OpenAI's models; others that are counted with them have another vocabulary, and are estimated. */
const OF_OPENAI: ReadonlySet<string> = new Set(['o200k_base', 'cl100k_base']);

/**
 * How far the tokens of tools and schemas are from those of their JSON where the vendor's form is not documented.
 *
 * Anthropic counts 403 for a tool of 60 tokens of JSON and a question, of which the system prompt for tools is 346
 * (https://docs.anthropic.com/en/docs/build-with-claude/token-counting): about 0.7 of the JSON. Google counts 184 for
 * four functions of 164 tokens of JSON (https://ai.google.dev/gemini-api/docs/tokens): 1.1 of it.
 */
const LEAST = 0.6;
const MOST = 1.3;

/** The language by which a part is counted for a model; undefined: the model reads another form of it. */
export function formFor(model: Model, languageId: string): string | undefined {
  switch (languageId) {
    case TOOLS_AS_TYPES:
      return readsTypes(model) ? '' : undefined;
    case TOOLS_AS_JSON:
      return readsTypes(model) ? undefined : 'json';
    case ANSWER_SCHEMA:
      return 'json';
    default:
      return languageId;
  }
}

/** Whether tools are types of TypeScript for a model: models with the same counts read the same form. */
export function readsTypes({ tokenizer }: Pick<Model, 'tokenizer'>): boolean {
  return tokenizer.accuracy !== 'estimated' && OF_OPENAI.has(tokenizer.encoding);
}

/** The count of a part with the band of its form. */
export function bandOfForm(count: TokenCount, languageId: string): TokenCount {
  if (languageId !== TOOLS_AS_JSON && languageId !== ANSWER_SCHEMA) return count;
  return {
    ...count,
    low: Math.floor(count.low * LEAST),
    high: Math.ceil(count.high * MOST),
    method: 'estimated',
  };
}
