import type { Model } from '../pricing/table/priceTable';
import { ALIBABA } from './families/alibaba';
import { AMAZON } from './families/amazon';
import { ANTHROPIC } from './families/anthropic';
import { DEEPSEEK } from './families/deepseek';
import type { MediaFamily } from './families/family';
import { GLM } from './families/glm';
import { GOOGLE } from './families/google';
import { KIMI } from './families/kimi';
import { MISTRAL } from './families/mistral';
import { OPENAI } from './families/openai';
import { OTHERS } from './families/others';
import type { MediaPart, MediaTokens } from './part';
import { addMediaTokens, NO_TOKENS } from './sum';

/** The first that matches is a model's, whoever hosts it. */
const FAMILIES: readonly MediaFamily[] = [
  ...OPENAI,
  ...ANTHROPIC,
  ...GOOGLE,
  ...ALIBABA,
  ...AMAZON,
  ...MISTRAL,
  ...DEEPSEEK,
  ...GLM,
  ...KIMI,
  ...OTHERS,
];

/** Models without a family. */
const NOTHING_KNOWN = '';

const known = new Map<string, MediaFamily | undefined>();

/** Models of one family have the same tokens for the same media. */
export function mediaFamily({ model }: Pick<Model, 'model'>): string {
  return familyOf(model)?.name ?? NOTHING_KNOWN;
}

/** Tokens of all media of a call on a model. */
export function mediaTokens(
  media: readonly MediaPart[],
  { model }: Pick<Model, 'model'>,
): MediaTokens {
  const family = familyOf(model);
  return addMediaTokens(media.map((part) => tokensOf(part, family)));
}

function tokensOf(part: MediaPart, family: MediaFamily | undefined): MediaTokens {
  const formula = family?.[part.kind];
  if (formula === 'refused') return { ...NO_TOKENS, refused: part.kind };
  return formula ? formula(part) : { ...NO_TOKENS, unknown: [part.kind] };
}

function familyOf(model: string): MediaFamily | undefined {
  if (known.has(model)) return known.get(model);
  const name = bareName(model);
  const family = FAMILIES.find(({ models }) => models.test(name));
  known.set(model, family);
  return family;
}

/** `us.anthropic.claude-opus-4-8` and `anthropic/claude-opus-4.8` are `claude-opus-4-8` and `claude-opus-4.8`. */
function bareName(model: string): string {
  const last = model.toLowerCase().split('/').at(-1) ?? '';
  return last.replace(/^(?:[a-z-]+\.)+(?=[a-z])/, '').replace(/^(?:hf|ft):/, '');
}
