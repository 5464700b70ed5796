import { FileType, Uri, workspace } from 'vscode';
import { excludesFileOf, gitFolderOf, type GitConfigFile } from '../../core/files/gitConfig';
import { environment } from '../environment';
import { IgnoreRules } from '../../core/files/ignoreRules';

/** The rules of a .gitignore file. */
export async function readRules(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

/**
 * The rules of the .gitignore files above a chosen folder, as they hold for its entries: up to its repository, or
 * without one up to its workspace folder.
 */
export async function rulesAbove(chosen: Uri): Promise<IgnoreRules> {
  const { repository, above } = await foldersAbove(chosen);
  let rules = repository ? await repositoryRules(repository) : IgnoreRules.none;
  for (const [folder, name] of above) {
    const own = await textOf(Uri.joinPath(folder, '.gitignore'));
    if (own !== undefined) rules = rules.with(own);
    rules = rules.below(name);
  }
  return rules;
}

/**
 * The rules of a repository before its .gitignore files: the user's excludes, then those of `.git/info/exclude`,
 * which override them (https://git-scm.com/docs/gitignore).
 */
export async function repositoryRules(repository: Uri): Promise<IgnoreRules> {
  const gitFolder = await findGitFolder(repository);
  const own = gitFolder && (await textOf(Uri.joinPath(gitFolder, 'info', 'exclude')));
  const users = await usersExcludes(repository, gitFolder);
  return [users, own].reduce(
    (rules, text) => (text === undefined ? rules : rules.with(text)),
    IgnoreRules.none,
  );
}

/** The folder `.git`, or the one that a file `.git` names; for a work tree, the folder that all work trees share. */
async function findGitFolder(repository: Uri): Promise<Uri | undefined> {
  const entry = Uri.joinPath(repository, '.git');
  const kind = await kindOf(entry);
  if (kind !== FileType.File) return entry;
  const path = gitFolderOf((await textOf(entry)) ?? '');
  if (path === undefined) return undefined;
  const folder = resolvePath(repository, path);
  const shared = (await textOf(Uri.joinPath(folder, 'commondir')))?.trim();
  return shared === undefined ? folder : resolvePath(folder, shared);
}

/**
 * The excludes for all of the user's repositories: `core.excludesFile`, else git's default path. Undefined on
 * virtual file systems, and in a browser, which has no home folder.
 */
async function usersExcludes(
  repository: Uri,
  gitFolder: Uri | undefined,
): Promise<string | undefined> {
  const env = environment();
  const homePath = env['HOME'] ?? env['USERPROFILE'];
  if (repository.scheme !== 'file' || homePath === undefined) return undefined;
  const home = Uri.file(homePath);
  const xdg = env['XDG_CONFIG_HOME'];
  const gitHome = xdg ? Uri.joinPath(Uri.file(xdg), 'git') : Uri.joinPath(home, '.config', 'git');
  const configs = [
    ...(gitFolder ? [Uri.joinPath(gitFolder, 'config')] : []),
    Uri.joinPath(home, '.gitconfig'),
    Uri.joinPath(gitHome, 'config'),
    Uri.file('/etc/gitconfig'),
  ];
  for (const config of configs) {
    const file = await configAt(config);
    const path = file && (await excludesFileOf(file, openInclude(home)));
    if (path !== undefined) return textOf(fromHome(path, home) ?? resolvePath(home, path));
  }
  return textOf(Uri.joinPath(gitHome, 'ignore'));
}

async function configAt(place: Uri): Promise<GitConfigFile<Uri> | undefined> {
  const text = await textOf(place);
  return text === undefined ? undefined : { place, text };
}

/** A relative path is relative to the folder of the including file. */
function openInclude(home: Uri) {
  return async (path: string, from: Uri) =>
    configAt(fromHome(path, home) ?? resolvePath(Uri.joinPath(from, '..'), path));
}

function fromHome(path: string, home: Uri): Uri | undefined {
  return path.startsWith('~/') ? Uri.joinPath(home, path.slice(2)) : undefined;
}

/** A path as git writes it; a relative one is relative to `folder`. */
function resolvePath(folder: Uri, path: string): Uri {
  const isAbsolute = path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
  return isAbsolute ? folder.with({ path: Uri.file(path).path }) : Uri.joinPath(folder, path);
}

interface Above {
  /** The root of the repository. */
  readonly repository: Uri | undefined;
  /** The folders above, outermost first, each with the name of the entry below it. */
  readonly above: readonly (readonly [Uri, string])[];
}

async function foldersAbove(chosen: Uri): Promise<Above> {
  const above: (readonly [Uri, string])[] = [];
  const workspaceFolder = workspace.getWorkspaceFolder(chosen)?.uri.toString();
  let inWorkspace = 0;
  for (let folder = chosen; ; folder = Uri.joinPath(folder, '..')) {
    if ((await kindOf(Uri.joinPath(folder, '.git'))) !== undefined) {
      return { repository: folder, above: above.toReversed() };
    }
    if (folder.toString() === workspaceFolder) inWorkspace = above.length;
    const parent = Uri.joinPath(folder, '..');
    if (parent.path === folder.path) {
      return { repository: undefined, above: above.slice(0, inWorkspace).toReversed() };
    }
    above.push([parent, folder.path.slice(folder.path.lastIndexOf('/') + 1)]);
  }
}

/** Undefined if missing or unreadable. */
async function kindOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
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
