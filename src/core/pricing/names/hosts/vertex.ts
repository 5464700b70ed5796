/** Vertex marks the snapshot of a partner's model with `@`: claude-sonnet-4-5@20250929. */
const SNAPSHOT = /@(?=\d{8}$)/;

export function isVertex(provider: string): boolean {
  return provider === 'google-vertex';
}

/**
 * Whether a name is in Vertex's form.
 * Source: https://cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude
 */
export function isVertexName(name: string): boolean {
  return SNAPSHOT.test(name);
}

/** claude-sonnet-4-5@20250929 as the maker writes it: claude-sonnet-4-5-20250929. */
export function withoutVertexMark(name: string): string {
  return name.replace(SNAPSHOT, '-');
}
