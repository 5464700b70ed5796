import type { Siblings } from './excludes';
import type { IgnoreRules } from './ignoreRules';

/** Where a file or folder is; `toString` tells it from every other one. */
export interface Place {
  readonly path: string;
  toString(): string;
}

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** The file system that is walked through; its functions throw what they cannot read. */
export interface FileTree<P extends Place> {
  /** @param follows whether a symbolic link has the kind of what it leads to. */
  kindOf(place: P, follows: boolean): Promise<EntryKind>;
  list(folder: P): Promise<readonly (readonly [name: string, kind: EntryKind])[]>;
  join(folder: P, name: string): P;
  readRules(file: P): Promise<string>;
  /** The rules that hold in a repository before those of its .gitignore files. */
  repositoryRules(repository: P): Promise<IgnoreRules>;
  /** The rules of the folders above one that was chosen, as they hold for its entries. */
  rulesAbove(chosen: P): Promise<IgnoreRules>;
  isExcluded(place: P, siblings: Siblings): boolean;
  /** Lets others have their turn when it is time. */
  breathe(): Promise<void>;
}

/** What a walk comes by: files to count, what is not counted, and each folder before it is looked into. */
export type Found<P extends Place> =
  | { readonly kind: 'folder'; readonly place: P }
  | { readonly kind: 'file'; readonly place: P }
  | { readonly kind: 'ignored'; readonly place: P }
  | { readonly kind: 'link' | 'other'; readonly place: P }
  | { readonly kind: 'unreadable'; readonly place: P; readonly error: unknown };

interface Walk<P extends Place> {
  readonly tree: FileTree<P>;
  /** Whatever was come by already, as text. */
  readonly seen: Set<string>;
}

/**
 * Walks through what was chosen, in the order of the paths, each place once. What was chosen itself is
 * taken even where rules leave it out; they hold for what is below. Symbolic links are not followed, but
 * for one that was chosen alone: beside others, it might lead to what is counted already.
 */
export async function* walkFiles<P extends Place>(
  chosen: readonly P[],
  tree: FileTree<P>,
): AsyncGenerator<Found<P>, void, undefined> {
  const walk: Walk<P> = { tree, seen: new Set() };
  for (const place of chosen.toSorted((a, b) => compare(a.toString(), b.toString()))) {
    try {
      const kind = await tree.kindOf(place, chosen.length === 1);
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
): AsyncGenerator<Found<P>, void, undefined> {
  if (!isNew(walk, place)) return;
  if (kind !== 'folder') yield { kind, place };
  else if (rules) yield* visitFolder(walk, place, rules);
}

async function* visitFolder<P extends Place>(
  walk: Walk<P>,
  folder: P,
  above: IgnoreRules,
): AsyncGenerator<Found<P>, void, undefined> {
  const { tree } = walk;
  yield { kind: 'folder', place: folder };
  const listed = await attempt(() => tree.list(folder));
  if ('error' in listed) return yield { kind: 'unreadable', place: folder, error: listed.error };
  const entries = listed.value.toSorted(([a], [b]) => compare(a, b));
  const siblings = new Set(entries.map(([name]) => name));
  // A repository in a repository has rules of its own.
  let rules = siblings.has('.git') ? await tree.repositoryRules(folder) : above;
  if (siblings.has('.gitignore')) {
    const file = tree.join(folder, '.gitignore');
    const own = await attempt(() => tree.readRules(file));
    if ('error' in own) yield { kind: 'unreadable', place: file, error: own.error };
    else rules = rules.with(own.value);
  }
  for (const [name, kind] of entries) {
    await tree.breathe();
    const place = tree.join(folder, name);
    if (isLeftOut(tree, place, name, kind, rules, siblings)) yield { kind: 'ignored', place };
    else yield* visit(walk, place, kind, kind === 'folder' ? rules.below(name) : undefined);
  }
}

function isLeftOut<P extends Place>(
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

/** By code units, so that the order is the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
