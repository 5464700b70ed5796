/**
 * OpenRouter's second endpoint of Claude models, which Anthropic moderates in its place: the same model at the same price.
 * Other suffixes, such as `:free` and `:thinking`, are other offers.
 *
 * Sources: https://openrouter.ai/docs/features/variants/self-moderated, https://openrouter.ai/anthropic/claude-2.0:beta
 */
const SELF_MODERATED = /^(anthropic\/claude-[^:]+):beta$/i;

export function isSelfModerated(name: string): boolean {
  return SELF_MODERATED.test(name);
}

/** A name in OpenRouter's list of models. */
export function openRouterNames(name: string): readonly string[] {
  return [...new Set([name, name.replace(SELF_MODERATED, '$1')])];
}
