import { makerOf } from './makers';

/**
 * Google's experimental models, which it never billed: https://ai.google.dev/gemini-api/docs/models/experimental-models
 *
 * Worked examples: gemini-2.5-pro-exp-03-25, gemini-2.0-flash-thinking-exp-01-21, gemini-exp-1206.
 */
const EXPERIMENTAL = /(^|[/:])gemini-([\d.]+-(pro|flash)(-[a-z]+)?-)?exp(-\d[\d-]*)?$/;

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
