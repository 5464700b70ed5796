/**
 * Fireworks writes `p` for the dot of a version, and `v` before that of Llama: llama-v3p1-70b-instruct. Nobody else does.
 *
 * Source: https://fireworks.ai/models
 */
const VERSION = /(?:^|[a-z-])\d+p\d+(?=$|-)|^llama-v\d-/;

export function isFireworksName(name: string): boolean {
  return !/[/:]/.test(name) && VERSION.test(name);
}
