/**
 * Google's experimental models, which it never billed: https://ai.google.dev/gemini-api/docs/models/experimental-models
 *
 * Worked examples: gemini-2.5-pro-exp-03-25, gemini-2.0-flash-thinking-exp-01-21, gemini-exp-1206.
 */
const EXPERIMENTAL = /(^|[/:])gemini-([\d.]+-(pro|flash)(-[a-z]+)?-)?exp(-\d[\d-]*)?$/;

export function isFreeOffer(name: string): boolean {
  return EXPERIMENTAL.test(name);
}
