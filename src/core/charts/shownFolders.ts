import { foldersTo, type FileNode } from './fileTree';
import { REST } from './restFolder';
import type { Treemap } from './treemap';

/**
 * The folders from the root to the one with a path, or to the rest of one; to the last that there is.
 *
 * @param layOut as the folder is drawn: it decides what the rest is.
 */
export function shownFolders(
  root: FileNode,
  path: string,
  layOut: (folder: FileNode) => Pick<Treemap, 'rest'>,
): readonly FileNode[] {
  const [folder = '', ...rests] = path.split(REST);
  const folders = [...foldersTo(root, folder)];
  if (folders.at(-1)?.path !== folder) return folders;
  for (const _ of rests) {
    const last = folders.at(-1) ?? root;
    const { rest } = layOut(last);
    if (!rest) break;
    folders.push(rest.folder);
  }
  return folders;
}
