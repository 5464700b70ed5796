import zeptomatch from 'zeptomatch';

/** The names in the folder of an entry. */
export type Siblings = ReadonlySet<string>;

/** @param path of the entry, relative to the workspace folder. */
export type IsExcluded = (path: string, siblings: Siblings) => boolean;

interface Exclude {
  readonly glob: RegExp;
  /** Name of a sibling that must exist; `$(basename)` is the entry's name without its extension. */
  readonly when: string | undefined;
}

/**
 * Parses the setting `files.exclude`: from globs to `true` or a condition on a sibling, such as
 * `{ "when": "$(basename).ts" }`. Other values are ignored, as in VS Code.
 */
export function parseExcludes(setting: unknown): IsExcluded {
  const excludes = Object.entries(Object(setting) as Record<string, unknown>).flatMap(
    ([pattern, value]) => readExclude(pattern, value),
  );
  return (path, siblings) =>
    excludes.some(({ glob, when }) => glob.test(path) && holds(when, path, siblings));
}

function readExclude(pattern: string, value: unknown): Exclude[] {
  const when = value === true ? undefined : (Object(value) as { readonly when?: unknown }).when;
  if (value !== true && typeof when !== 'string') return [];
  // VS Code's globs have no negation.
  const glob = zeptomatch.compile(pattern.replace(/^\/|\/$/g, '').replace(/^!/, '\\!'));
  return [{ glob, when: typeof when === 'string' ? when : undefined }];
}

function holds(when: string | undefined, path: string, siblings: Siblings): boolean {
  if (when === undefined) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = dot < 0 ? name : name.slice(0, dot);
  return siblings.has(when.replace('$(basename)', () => stem));
}
