import { folderOf, type FileNode } from './fileTree';

/** Follows the path of a folder whose rest is meant. No other folder has it: the parts of a path are not empty. */
export const REST = '//';

/**
 * What the picture of a folder has no room for, as a folder.
 *
 * @param nodes most expensive first; of several folders, so their paths are their names.
 */
export function restFolder(folder: FileNode, nodes: readonly FileNode[]): FileNode {
  const [{ length } = ''] = folder.path.split(REST);
  const start = length === 0 ? 0 : length + 1;
  const entries = nodes.map((node) => Object.assign({ ...node }, { name: node.path.slice(start) }));
  return folderOf('', folder.path + REST, entries);
}

export function isRest({ path }: FileNode): boolean {
  return path.endsWith(REST);
}
