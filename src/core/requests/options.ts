import { isRecord } from '../json';
import type { JsonObject } from './parts/draft';
import { valueAt } from './parts/values';
import type { AskedTier } from './request';

/** Where each API has the number of answers. */
const COUNTS: readonly (readonly string[])[] = [
  // https://platform.openai.com/docs/api-reference/chat/create#chat-create-n; Mistral and xAI alike
  ['n'],
  // https://ai.google.dev/api/generate-content#generationconfig
  ['generationConfig', 'candidateCount'],
  ['generationConfig', 'candidate_count'],
  ['generation_config', 'candidate_count'],
  ['generation_config', 'candidateCount'],
];

/** More answers than any API takes. */
const MOST_ANSWERS = 1000;

/**
 * Answers to one prompt. All are billed, also those of `best_of` that are not returned: "this parameter generates many
 * completions" (https://platform.openai.com/docs/api-reference/completions/create).
 *
 * Worked example: n 2 and best_of 5 are 5 answers.
 */
export function answersOf(body: JsonObject): number {
  const stated = COUNTS.map((path) => valueAt(body, path)).filter(isAnswers);
  const most = isAnswers(body['best_of']) ? [body['best_of']] : [];
  return Math.max(1, ...stated.slice(0, 1), ...most);
}

/**
 * What vendors call their tiers. `auto` leaves it to the account, and so do tiers that are reserved for a month.
 *
 * OpenAI: https://platform.openai.com/docs/api-reference/chat/create#chat-create-service_tier and
 * https://openai.com/api-fast-mode/
 * Anthropic: https://docs.anthropic.com/en/api/service-tiers and
 * https://platform.claude.com/docs/en/build-with-claude/fast-mode (`speed`)
 * Bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/service-tiers-inference.html
 * Gemini: https://ai.google.dev/gemini-api/docs/flex-inference
 */
const TIERS: ReadonlyMap<string, AskedTier> = new Map<string, AskedTier>([
  ['default', 'standard'],
  ['standard', 'standard'],
  ['standard_only', 'standard'],
  ['on_demand', 'standard'],
  ['flex', 'flex'],
  ['fast', 'fast'],
  ['priority', 'fast'],
  ['ultrafast', 'ultrafast'],
]);

export function serviceTierOf(body: JsonObject): AskedTier | undefined {
  const { speed, service_tier: tier, serviceTier } = body;
  return [speed, tier, serviceTier].map(tierNamed).find((each) => each !== undefined);
}

function tierNamed(value: unknown): AskedTier | undefined {
  const name = isRecord(value) ? value['type'] : value;
  return typeof name === 'string' ? TIERS.get(name.toLowerCase()) : undefined;
}

function isAnswers(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST_ANSWERS;
}
