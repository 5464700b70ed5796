import { findNodeAtOffset, getNodePath, parseTree } from 'jsonc-parser';
import { unlessTooDeep, type Place } from './jsonc';

/** Settings whose values, or the entries of whose lists, are names of models. */
const MODEL_SETTINGS: ReadonlySet<unknown> = new Set([
  'apiSpend.model',
  'apiSpend.baselineModel',
  'apiSpend.pinnedModels',
]);

/**
 * The text in a settings file that the name of a model at an offset replaces, with its quotes; undefined if no model is
 * expected there.
 */
export function modelNamePlace(text: string, offset: number): Place | undefined {
  const root = unlessTooDeep(() => parseTree(text, [], { allowTrailingComma: true }));
  const node = root && findNodeAtOffset(root, offset);
  if (
    node?.type !== 'string' ||
    (node.parent?.children?.[0] === node && node.parent.type === 'property')
  )
    return undefined;
  const path = getNodePath(node);
  // In a .code-workspace file, the settings are a part of the file.
  const [key, ...rest] = path[0] === 'settings' ? path.slice(1) : path;
  const depth = key === 'apiSpend.pinnedModels' ? 1 : 0;
  if (!MODEL_SETTINGS.has(key) || rest.length !== depth) return undefined;
  return { start: node.offset, end: node.offset + node.length };
}
