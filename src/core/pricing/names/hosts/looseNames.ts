import { looseBedrockNames } from './bedrock';
import { isVertex, withoutVertexMark } from './vertex';

/**
 * Shorter and other forms of a host's id, for names that say which host they mean: the name after the maker's
 * (`anthropic/claude-sonnet-4.6` at OpenRouter), and the forms of Bedrock and Vertex.
 */
export function looseNames(provider: string, name: string): readonly string[] {
  if (provider === 'amazon') return looseBedrockNames(name);
  const leaf = name.slice(name.lastIndexOf('/') + 1);
  return [...new Set([leaf, ...(isVertex(provider) ? [withoutVertexMark(leaf)] : [])])].filter(
    (each) => each !== name,
  );
}
