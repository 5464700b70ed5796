/** A git configuration file, and its place in the caller's file system. */
export interface GitConfigFile<P> {
  readonly place: P;
  readonly text: string;
}

/** Opens the file of an `[include]` in the file `from`; undefined if there is none. */
export type OpenInclude<P> = (path: string, from: P) => Promise<GitConfigFile<P> | undefined>;

interface Setting {
  readonly kind: 'excludesFile' | 'include';
  readonly path: string;
}

/** As in git, which then reports a circle of includes (https://git-scm.com/docs/git-config#_includes). */
const MAX_INCLUDE_DEPTH = 10;

/**
 * The path of `core.excludesFile`, as written in a git configuration or in the files that it includes; the last
 * one counts, and an included file stands in place of its `[include]`. Conditional includes (`[includeIf]`) are
 * not followed.
 */
export async function excludesFileOf<P>(
  file: GitConfigFile<P>,
  open: OpenInclude<P>,
  depth = 0,
): Promise<string | undefined> {
  let found: string | undefined;
  for (const { kind, path } of settingsOf(file.text)) {
    if (kind === 'excludesFile') found = path;
    else if (depth < MAX_INCLUDE_DEPTH) {
      const included = await open(path, file.place);
      found = (included && (await excludesFileOf(included, open, depth + 1))) ?? found;
    }
  }
  return found === '' ? undefined : found;
}

/** The settings that matter here, in the order of the file. */
function settingsOf(config: string): readonly Setting[] {
  let section = '';
  return config.split(/\r?\n/).flatMap((line): readonly Setting[] => {
    const heading = /^\[([^\]]*)\](.*)$/.exec(line.trim());
    if (heading) section = heading[1]?.trim().toLowerCase() ?? '';
    const setting = /^([a-z]+)\s*=(.*)$/i.exec((heading?.[2] ?? line).trim());
    const path = unquote(setting?.[2]?.trim() ?? '');
    switch (`${section}.${setting?.[1]?.toLowerCase()}`) {
      case 'core.excludesfile':
        return [{ kind: 'excludesFile', path }];
      case 'include.path':
        return path === '' ? [] : [{ kind: 'include', path }];
      default:
        return [];
    }
  });
}

/** Without quotes, and without a comment after `#` or `;` outside of them. */
function unquote(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(value);
  if (quoted) return (quoted[1] ?? '').replaceAll(/\\(["\\])/g, '$1');
  return value.replace(/[#;].*$/, '').trimEnd();
}

/** The folder of the repository that a `.git` file names: work trees and submodules have such a file. */
export function gitFolderOf(file: string): string | undefined {
  return /^gitdir:(.*\S)/m.exec(file)?.[1]?.trim();
}
