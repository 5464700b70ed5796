import { folderOf, foldersTo, type FileNode } from './fileTree';
import { layOutTreemap, type Picture } from './treemap';

/** Follows the path of a folder whose rest is meant. No other folder has it: the parts of a path are not empty. */
const REST = '//';

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

/** The folders from the root to the one with a path, or to the rest of one; to the last that there is. */
export function shownFolders(root: FileNode, path: string, picture: Picture): readonly FileNode[] {
  const [folder = '', ...rests] = path.split(REST);
  const folders = [...foldersTo(root, folder)];
  if (folders.at(-1)?.path !== folder) return folders;
  for (const _ of rests) {
    const last = folders.at(-1) ?? root;
    const { rest } = layOutTreemap(last, picture);
    if (!rest) break;
    folders.push(restFolder(last, rest.nodes));
  }
  return folders;
}
