import { Minimatch } from 'minimatch';

/** What stands beside an entry: the names in its folder. */
export type Siblings = ReadonlySet<string>;

/** Whether an entry is left out, by its path from the workspace folder and its siblings. */
export type IsExcluded = (path: string, siblings: Siblings) => boolean;

interface Exclude {
  readonly glob: Minimatch;
  /** Name of a sibling that must exist, with `$(basename)` for the entry's name without its ending. */
  readonly when: string | undefined;
}

/**
 * Reads the setting `files.exclude`: globs, each with `true` or a condition on a sibling. What is
 * neither is passed over, as VS Code does.
 */
export function parseExcludes(setting: unknown): IsExcluded {
  const excludes = Object.entries(Object(setting) as Record<string, unknown>).flatMap(
    ([pattern, value]) => readExclude(pattern, value),
  );
  return (path, siblings) =>
    excludes.some(({ glob, when }) => glob.match(path) && holds(when, path, siblings));
}

function readExclude(pattern: string, value: unknown): Exclude[] {
  const when = value === true ? undefined : (Object(value) as { readonly when?: unknown }).when;
  if (value !== true && typeof when !== 'string') return [];
  const glob = new Minimatch(pattern.replace(/^\/|\/$/g, ''), {
    dot: true,
    nocomment: true,
    nonegate: true,
    noext: true,
    platform: 'linux',
  });
  return [{ glob, when: typeof when === 'string' ? when : undefined }];
}

function holds(when: string | undefined, path: string, siblings: Siblings): boolean {
  if (when === undefined) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = dot < 0 ? name : name.slice(0, dot);
  return siblings.has(when.replace('$(basename)', () => stem));
}
