import { FileType, Uri, workspace } from 'vscode';
import type { GitFiles, GitHomes } from '../../core/files/gitIgnore';
import type { EntryKind } from '../../core/files/walk';
import { environment, homeFolder } from '../environment';

/** VS Code's file systems for the rules of git. */
export function gitFiles(): GitFiles<Uri> {
  return {
    kindOf,
    textOf,
    join: (folder, ...names) => Uri.joinPath(folder, ...names),
    parentOf(folder) {
      const parent = Uri.joinPath(folder, '..');
      return parent.path === folder.path ? undefined : parent;
    },
    resolve: resolvePath,
    homesOf,
    isTop: (folder) => workspace.getWorkspaceFolder(folder)?.uri.toString() === folder.toString(),
  };
}

/** The text of a .gitignore file. */
export async function readRules(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

function homesOf({ scheme }: Uri): GitHomes<Uri> | undefined {
  const home = homeFolder();
  if (scheme !== 'file' || !home) return undefined;
  const xdg = environment()['XDG_CONFIG_HOME'];
  const gitHome = xdg ? Uri.joinPath(Uri.file(xdg), 'git') : Uri.joinPath(home, '.config', 'git');
  return { home, gitHome, system: Uri.file('/etc/gitconfig') };
}

function resolvePath(folder: Uri, path: string): Uri {
  const isAbsolute = path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
  return isAbsolute ? folder.with({ path: Uri.file(path).path }) : Uri.joinPath(folder, path);
}

async function kindOf(uri: Uri): Promise<EntryKind | undefined> {
  try {
    const { type } = await workspace.fs.stat(uri);
    if (type === FileType.File) return 'file';
    return type === FileType.Directory ? 'folder' : 'other';
  } catch {
    return undefined;
  }
}

async function textOf(file: Uri): Promise<string | undefined> {
  try {
    return await readRules(file);
  } catch {
    return undefined;
  }
}
