import { isRecord } from '../json';
import { BARE, bodyOf, readBody, type Body } from './body';
import { endsWithModel, GEMINI } from './formats/gemini';
import { Draft, type JsonObject } from './parts/draft';
import { addMessages, areMessages, endsWithAnswer } from './parts/messages';
import { addTools } from './parts/tools';

/** How an answer is to be made: a request says so, an example does not. */
const OF_REQUESTS: readonly string[] = [
  'model',
  'max_tokens',
  'max_completion_tokens',
  'max_output_tokens',
  'temperature',
  'top_p',
  'stream',
  'stop',
  'stop_sequences',
  'generationConfig',
  'generation_config',
];

/** Answers beside a prompt: OpenAI's completions; of Hugging Face's preference data the better and the worse one. */
const ANSWERS: readonly (readonly string[])[] = [['completion'], ['chosen', 'rejected']];

/**
 * An example of fine-tuning; all its texts are trained on, and none is answered.
 *
 * OpenAI: https://platform.openai.com/docs/guides/supervised-fine-tuning
 * Mistral: https://docs.mistral.ai/capabilities/finetuning/
 * Gemini: https://cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-prepare
 *
 * @returns undefined if the value is none: a request says how its answer is to be made, or does not end with one.
 */
export function readTraining(value: unknown): Body | undefined {
  if (!isRecord(value) || OF_REQUESTS.some((key) => value[key] !== undefined)) return undefined;
  return readConversation(value) ?? readPair(value) ?? readPreference(value) ?? readShareGpt(value);
}

function readConversation(value: JsonObject): Body | undefined {
  const { messages } = value;
  const isExample =
    (areMessages(messages) && endsWithAnswer(messages)) ||
    (GEMINI.matches(value, BARE) && endsWithModel(value));
  return isExample ? trained(readBody(value)) : undefined;
}

/** `{ prompt, completion }`: https://platform.openai.com/docs/guides/legacy-fine-tuning */
function readPair(value: JsonObject): Body | undefined {
  const answers = ANSWERS.find((keys) => keys.every((key) => isText(value[key])));
  if (!answers || !isText(value['prompt'])) return undefined;
  const draft = new Draft();
  for (const key of ['prompt', ...answers]) draft.addText(value[key]);
  return trained(bodyOf(draft));
}

/** https://platform.openai.com/docs/guides/direct-preference-optimization */
function readPreference(value: JsonObject): Body | undefined {
  const { input, preferred_output: better, non_preferred_output: worse } = value;
  if (!isRecord(input) || !areMessages(input['messages'])) return undefined;
  if (!areMessages(better) || !areMessages(worse)) return undefined;
  const draft = new Draft();
  addTools(input, draft);
  for (const messages of [input['messages'], better, worse]) addMessages(messages, draft);
  return trained(bodyOf(draft));
}

/** Who speaks in conversations as ShareGPT saved them, and as trainers have extended them. */
const SPEAKERS: ReadonlySet<unknown> = new Set([
  'system',
  'human',
  'user',
  'gpt',
  'chatgpt',
  'assistant',
  'model',
  'bard',
  'bing',
  'tool',
  'function_call',
  'observation',
]);

/**
 * `{ conversations: [{ from, value }] }`, with its system prompt and tools beside it as texts:
 * https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md#sharegpt-format
 */
function readShareGpt({ conversations: turns, system, tools }: JsonObject): Body | undefined {
  if (!Array.isArray(turns) || turns.length === 0 || !turns.every(isTurn)) return undefined;
  const draft = new Draft();
  draft.addText(tools);
  if (isText(system) && system !== '') draft.messages++;
  draft.addText(system);
  for (const { value } of turns) {
    draft.messages++;
    draft.addText(value);
  }
  return trained(bodyOf(draft));
}

function isTurn(turn: unknown): turn is JsonObject {
  return isRecord(turn) && SPEAKERS.has(turn['from']) && isText(turn['value']);
}

function trained(body: Body | undefined): Body | undefined {
  return body && { ...body, maxOutputTokens: undefined, answers: 1, hasAnswer: false };
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
