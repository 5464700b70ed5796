import type { Siblings } from './excludes';
import type { IgnoreRules } from './ignoreRules';

/** A file or folder. `toString()` identifies it. */
export interface Place {
  readonly path: string;
  toString(): string;
}

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** A file system. Its promises reject if an entry cannot be read. */
export interface FileTree<P extends Place> {
  /** @param follows true if a symbolic link has the kind of its target. */
  kindOf(place: P, follows: boolean): Promise<EntryKind>;
  list(folder: P): Promise<readonly (readonly [name: string, kind: EntryKind])[]>;
  join(folder: P, name: string): P;
  /** The text of a .gitignore file. */
  readRules(file: P): Promise<string>;
  /** Rules of a repository that its .gitignore files overrule: `.git/info/exclude`, the user's own. */
  repositoryRules(repository: P): Promise<IgnoreRules>;
  /** The rules of all folders above `chosen`, relative to the entries of `chosen`. */
  rulesAbove(chosen: P): Promise<IgnoreRules>;
  /** Whether the setting `files.exclude` leaves an entry out. */
  isExcluded(place: P, siblings: Siblings): boolean;
  /** Lets the host do other work if the current time slice is over. */
  yieldToHost(): Promise<void>;
}

/** An entry of a walk. A folder comes before its entries; if it cannot be listed, `unreadable` follows. */
export type WalkEntry<P extends Place> =
  | { readonly kind: EntryKind | 'ignored'; readonly place: P }
  | { readonly kind: 'unreadable'; readonly place: P; readonly error: unknown };

interface Walk<P extends Place> {
  readonly tree: FileTree<P>;
  /** `toString()` of each place already yielded. */
  readonly seen: Set<string>;
}

/**
 * Yields the chosen files and folders and everything below them, each place once, sorted by path. Ignore rules and
 * excludes apply to the entries of a chosen folder, not to the chosen places themselves. A symbolic link is followed
 * if it is chosen itself, not if it is found in a folder.
 */
export async function* walkFiles<P extends Place>(
  chosen: readonly P[],
  tree: FileTree<P>,
): AsyncGenerator<WalkEntry<P>, void, undefined> {
  const walk: Walk<P> = { tree, seen: new Set() };
  for (const place of chosen.toSorted((a, b) => compare(a.toString(), b.toString()))) {
    try {
      const kind = await tree.kindOf(place, true);
      const rules = kind === 'folder' ? await tree.rulesAbove(place) : undefined;
      yield* visit(walk, place, kind, rules);
    } catch (error) {
      if (isNew(walk, place)) yield { kind: 'unreadable', place, error };
    }
  }
}

async function* visit<P extends Place>(
  walk: Walk<P>,
  place: P,
  kind: EntryKind,
  rules: IgnoreRules | undefined,
): AsyncGenerator<WalkEntry<P>, void, undefined> {
  if (!isNew(walk, place)) return;
  if (kind !== 'folder') yield { kind, place };
  else if (rules) yield* visitFolder(walk, place, rules);
}

async function* visitFolder<P extends Place>(
  walk: Walk<P>,
  folder: P,
  above: IgnoreRules,
): AsyncGenerator<WalkEntry<P>, void, undefined> {
  const { tree } = walk;
  yield { kind: 'folder', place: folder };
  const listed = await attempt(() => tree.list(folder));
  if ('error' in listed) return yield { kind: 'unreadable', place: folder, error: listed.error };
  const entries = listed.value.toSorted(([a], [b]) => compare(a, b));
  const siblings = new Set(entries.map(([name]) => name));
  // The rules of an outer repository do not apply in a nested one.
  let rules = siblings.has('.git') ? await tree.repositoryRules(folder) : above;
  if (siblings.has('.gitignore')) {
    const file = tree.join(folder, '.gitignore');
    const own = await attempt(() => tree.readRules(file));
    if ('error' in own) yield { kind: 'unreadable', place: file, error: own.error };
    else rules = rules.with(own.value);
  }
  for (const [name, kind] of entries) {
    await tree.yieldToHost();
    const place = tree.join(folder, name);
    if (isIgnored(tree, place, name, kind, rules, siblings)) yield { kind: 'ignored', place };
    else yield* visit(walk, place, kind, kind === 'folder' ? rules.below(name) : undefined);
  }
}

function isIgnored<P extends Place>(
  tree: FileTree<P>,
  place: P,
  name: string,
  kind: EntryKind,
  rules: IgnoreRules,
  siblings: Siblings,
): boolean {
  return (
    name === '.git' || tree.isExcluded(place, siblings) || rules.ignores(name, kind === 'folder')
  );
}

function isNew<P extends Place>({ seen }: Walk<P>, place: P): boolean {
  const key = place.toString();
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

async function attempt<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly error: unknown }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

/** Compares code units: the order is the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
