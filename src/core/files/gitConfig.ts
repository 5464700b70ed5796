/** A git configuration file. `place` is its address in the caller's file system. */
export interface GitConfigFile<P> {
  readonly place: P;
  readonly text: string;
}

/** Opens the file of an `[include]` in the file `from`; undefined if there is none. */
export type OpenInclude<P> = (path: string, from: P) => Promise<GitConfigFile<P> | undefined>;

interface GitSetting {
  readonly kind: 'excludesFile' | 'include';
  readonly path: string;
}

/** git's own limit, which stops circular includes (https://git-scm.com/docs/git-config#_includes). */
const MAX_INCLUDE_DEPTH = 10;

/**
 * The last value of `core.excludesFile` in a git configuration, as written; included files are read at the place of
 * their `[include]`. Conditional includes (`[includeIf]`) are not followed.
 *
 * @returns undefined if the value is missing or empty.
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

/** `core.excludesFile` and `include.path`, in the order of the file. */
function settingsOf(config: string): readonly GitSetting[] {
  let section = '';
  return config.split(/\r?\n/).flatMap((line): readonly GitSetting[] => {
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

/** Removes quotes, and a comment after `#` or `;` outside them. */
function unquote(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(value);
  if (quoted) return (quoted[1] ?? '').replaceAll(/\\(["\\])/g, '$1');
  return value.replace(/[#;].*$/, '').trimEnd();
}

/** The path in a `.git` file, which work trees and submodules have in place of a `.git` folder. */
export function gitFolderOf(file: string): string | undefined {
  return /^gitdir:(.*\S)/m.exec(file)?.[1]?.trim();
}
