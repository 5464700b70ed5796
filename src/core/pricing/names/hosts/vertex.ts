/** Vertex marks the snapshot of a partner's model with `@`: claude-sonnet-4-5@20250929, claude-opus-4-6@default. */
const SNAPSHOT = /@(\d{8}|default)$/;

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

/** The name that the maker gives it: claude-sonnet-4-5-20250929; `@default` is its undated id. */
export function withoutVertexMark(name: string): string {
  return name.replace(SNAPSHOT, (_mark, day: string) => (day === 'default' ? '' : `-${day}`));
}

/** Whether a name has the mark of Vertex on a model that Vertex marks so: gpt-4o@default is nobody's name. */
export function isMarkedClaude(name: string): boolean {
  return SNAPSHOT.test(name) && /^(?:anthropic\/)?claude-/i.test(name);
}

/** Vertex marks the months of Mistral's models as it marks days: mistral-large@2411 is mistral-large-2411. */
const MONTH = /@(\d{4})$/;

/** A name in Vertex's list of models. */
export function vertexNames(name: string): readonly string[] {
  return [...new Set([name, name.replace(MONTH, '-$1')])];
}
