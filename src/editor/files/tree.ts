import { FileType, workspace, type Uri } from 'vscode';
import { parseExcludes, type IsExcluded, type Siblings } from '../../core/files/excludes';
import { repositoryRules, rulesAbove } from '../../core/files/gitIgnore';
import type { EntryKind, FileTree } from '../../core/files/walk';
import { openDocument, openNotebook } from '../subject/fileText';
import { gitFiles, readRules } from './gitFiles';
import type { Slices } from '../../core/scheduling/slices';

/** VS Code's file systems, local or virtual, for a walk. */
export function workspaceTree(slices: Slices): FileTree<Uri> {
  const isExcluded = excludesByFolder();
  const git = gitFiles();
  return {
    async kindOf(uri, follows) {
      if (openDocument(uri) ?? openNotebook(uri)) return 'file';
      const { type } = await workspace.fs.stat(uri);
      return (follows && targetKind(type)) || kindOf(type);
    },
    async list(folder) {
      const entries = await workspace.fs.readDirectory(folder);
      return entries.map(([name, type]) => [name, kindOf(type)] as const);
    },
    join: (folder, name) => folder.with({ path: `${folder.path.replace(/\/$/, '')}/${name}` }),
    readRules,
    repositoryRules: async (repository) => repositoryRules(git, repository),
    rulesAbove: async (chosen) => rulesAbove(git, chosen),
    isExcluded,
    yieldToHost: async () => slices.yieldIfDue(),
  };
}

function kindOf(type: FileType): EntryKind {
  if ((type & FileType.SymbolicLink) !== 0) return 'link';
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}

/** The kind of a link's target; undefined for a broken link. */
function targetKind(type: FileType): EntryKind | undefined {
  if ((type & FileType.File) !== 0) return 'file';
  return (type & FileType.Directory) === 0 ? undefined : 'folder';
}

/** `files.exclude` of the entry's workspace folder, read once for each folder. */
function excludesByFolder(): (place: Uri, siblings: Siblings) => boolean {
  const known = new Map<string, IsExcluded>();
  return (place, siblings) => {
    const folder = workspace.getWorkspaceFolder(place)?.uri;
    const key = folder?.toString() ?? '';
    const isExcluded = known.get(key) ?? parseExcludes(readExcludes(folder));
    known.set(key, isExcluded);
    const start = folder ? folder.path.replace(/\/$/, '').length : 0;
    return isExcluded(place.path.slice(start + 1), siblings);
  };
}

function readExcludes(folder: Uri | undefined): unknown {
  return workspace.getConfiguration('files', folder).get('exclude');
}
