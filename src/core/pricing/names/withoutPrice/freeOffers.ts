import { makerOf } from '../makers';

/**
 * Google's experimental models, which it never billed: https://ai.google.dev/gemini-api/docs/models/experimental-models
 *
 * Worked examples: gemini-2.5-pro-exp-03-25, gemini-2.0-flash-thinking-exp-01-21, gemini-exp-1206,
 * gemini-1.5-flash-8b-exp-0827, gemini-embedding-exp-03-07, gemini-2.0-flash-exp-image-generation; at OpenRouter
 * google/gemini-pro-1.5-exp.
 */
const EXPERIMENTAL =
  /(^|[/:])gemini-((?:[\d.]+-)?(pro|flash|embedding)(-1\.5)?(-[a-z\d]+)?-)?exp(-\d[\d-]*|-image-generation)?$/;

/** Z.ai's small models, which it gives away: https://docs.z.ai/guides/overview/pricing */
const MAKERS_FREE = /^(?:(?:zai|z-ai|zai-org|zhipu|zhipuai)[/:])?glm-4(?:\.5|\.7|\.6v)-flash$/i;

/** OpenAI's moderation is free of charge: https://platform.openai.com/docs/guides/moderation */
const MODERATION =
  /^(?:openai[/:])?(?:omni-moderation-(?:latest|2024-09-26)|text-moderation-(?:latest|stable|007))$/i;

/** Whether its maker gives a model away, whatever hosts bill for it. */
export function isMakersFreeOffer(name: string): boolean {
  return MAKERS_FREE.test(name) || MODERATION.test(name);
}

/** OpenRouter's free variants: https://openrouter.ai/docs/guides/routing/model-variants/free */
const FREE_VARIANT = /^(?<model>[^:]+\/[^:]+):free$/;

/** @param isKnown whether a name is that of a model: `deepseek/deepseek-r1` for `deepseek/deepseek-r1:free`. */
export function isFreeOffer(name: string, isKnown: (name: string) => boolean): boolean {
  if (EXPERIMENTAL.test(name)) return true;
  const model = FREE_VARIANT.exec(name)?.groups?.['model'];
  if (model === undefined) return false;
  return EXPERIMENTAL.test(model) || (isOpen(model) && isKnown(model));
}

/** Nobody gives away models whose weights its maker keeps: gpt-4o:free is no name. */
function isOpen(model: string): boolean {
  return makerOf(model)?.areWeightsOpen ?? true;
}
