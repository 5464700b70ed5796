import { excludesFileOf, gitFolderOf, type GitConfigFile } from './gitConfig';
import { IgnoreRules } from './ignoreRules';
import { lastName } from './paths';
import type { EntryKind, Place } from './walk';

/** The places of git's files for all repositories of a user. */
export interface GitHomes<P> {
  readonly home: P;
  /** `$XDG_CONFIG_HOME/git`, or `.config/git` in the home folder. */
  readonly gitHome: P;
  /** `/etc/gitconfig`. */
  readonly system: P;
}

/** A file system as the rules of git read it. */
export interface GitFiles<P extends Place> {
  /** Undefined if missing or unreadable. */
  kindOf(place: P): Promise<EntryKind | undefined>;
  /** Undefined if missing or unreadable. */
  textOf(file: P): Promise<string | undefined>;
  join(folder: P, ...names: string[]): P;
  /** Undefined at the root. */
  parentOf(folder: P): P | undefined;
  /** A path as git writes it; a relative one is relative to `folder`. */
  resolve(folder: P, path: string): P;
  /** Undefined on virtual file systems, and in a browser, which has no home folder. */
  homesOf(repository: P): GitHomes<P> | undefined;
  /** Without a repository, rules of folders above this one do not apply. */
  isTop(folder: P): boolean;
}

/**
 * The rules of the .gitignore files above a chosen folder, as they hold for its entries: up to its repository, or
 * without one up to the top folder.
 */
export async function rulesAbove<P extends Place>(
  files: GitFiles<P>,
  chosen: P,
): Promise<IgnoreRules> {
  const { repository, above } = await foldersAbove(files, chosen);
  let rules = repository ? await repositoryRules(files, repository) : IgnoreRules.none;
  for (const [folder, name] of above) {
    const own = await files.textOf(files.join(folder, '.gitignore'));
    if (own !== undefined) rules = rules.with(own);
    rules = rules.below(name);
  }
  return rules;
}

/**
 * The rules of a repository before its .gitignore files: the user's excludes, then those of `.git/info/exclude`,
 * which override them (https://git-scm.com/docs/gitignore).
 */
export async function repositoryRules<P extends Place>(
  files: GitFiles<P>,
  repository: P,
): Promise<IgnoreRules> {
  const gitFolder = await findGitFolder(files, repository);
  const own = gitFolder && (await files.textOf(files.join(gitFolder, 'info', 'exclude')));
  const users = await usersExcludes(files, repository, gitFolder);
  return [users, own].reduce(
    (rules, text) => (text === undefined ? rules : rules.with(text)),
    IgnoreRules.none,
  );
}

/** The folder `.git`, or the one that a file `.git` names; for a work tree, the folder that all work trees share. */
async function findGitFolder<P extends Place>(
  files: GitFiles<P>,
  repository: P,
): Promise<P | undefined> {
  const entry = files.join(repository, '.git');
  if ((await files.kindOf(entry)) !== 'file') return entry;
  const path = gitFolderOf((await files.textOf(entry)) ?? '');
  if (path === undefined) return undefined;
  const folder = files.resolve(repository, path);
  const shared = (await files.textOf(files.join(folder, 'commondir')))?.trim();
  return shared === undefined ? folder : files.resolve(folder, shared);
}

/**
 * The excludes for all of the user's repositories: `core.excludesFile`, else git's default path. Without homes, only what
 * the repository itself names is known.
 */
async function usersExcludes<P extends Place>(
  files: GitFiles<P>,
  repository: P,
  gitFolder: P | undefined,
): Promise<string | undefined> {
  const homes = files.homesOf(repository);
  const configs = [
    ...(gitFolder ? [files.join(gitFolder, 'config')] : []),
    ...(homes
      ? [files.join(homes.home, '.gitconfig'), files.join(homes.gitHome, 'config'), homes.system]
      : []),
  ];
  const fromHome = (path: string, folder: P): P | undefined =>
    path.startsWith('~/')
      ? homes && files.join(homes.home, path.slice(2))
      : files.resolve(folder, path);
  // A relative path is relative to the folder of the including file.
  const open = async (path: string, from: P): Promise<GitConfigFile<P> | undefined> => {
    const place = fromHome(path, files.join(from, '..'));
    return place && configAt(files, place);
  };
  for (const config of configs) {
    const file = await configAt(files, config);
    const path = file && (await excludesFileOf(file, open));
    if (path === undefined) continue;
    const excludes = fromHome(path, homes?.home ?? repository);
    return excludes && files.textOf(excludes);
  }
  return homes && files.textOf(files.join(homes.gitHome, 'ignore'));
}

async function configAt<P extends Place>(
  files: GitFiles<P>,
  place: P,
): Promise<GitConfigFile<P> | undefined> {
  const text = await files.textOf(place);
  return text === undefined ? undefined : { place, text };
}

interface Above<P> {
  /** The root of the repository. */
  readonly repository: P | undefined;
  /** The folders above, outermost first, each with the name of the entry below it. */
  readonly above: readonly (readonly [P, string])[];
}

async function foldersAbove<P extends Place>(files: GitFiles<P>, chosen: P): Promise<Above<P>> {
  const above: (readonly [P, string])[] = [];
  let belowTop: number | undefined;
  for (let folder = chosen; ;) {
    if ((await files.kindOf(files.join(folder, '.git'))) !== undefined) {
      return { repository: folder, above: above.toReversed() };
    }
    if (files.isTop(folder)) belowTop ??= above.length;
    const parent = files.parentOf(folder);
    if (!parent)
      return { repository: undefined, above: above.slice(0, belowTop ?? 0).toReversed() };
    above.push([parent, lastName(folder.path)]);
    folder = parent;
  }
}
