/** A file of a context. */
export interface SizedFile {
  readonly path: string;
  readonly tokens: number;
}

/** A file or folder to leave out of a context. */
export interface LeftOut {
  readonly path: string;
  readonly isFolder: boolean;
  readonly tokens: number;
  /** Places of its files in the list. */
  readonly files: readonly number[];
}

/** An entry nearer to the top may lose this many times the tokens of the one that loses the fewest. */
const NEARER_TO_TOP = 1.25;

/** One entry may lose this many times the tokens of several files. */
const ONE_ENTRY = 2;

/** More files are no advice that a person follows. */
const MAX_FILES = 5;

/**
 * The smallest sensible set of entries without which a context has at least `excess` tokens less: one file or folder,
 * that near the top before that deep below; else the largest files. Undefined if nothing would be left.
 *
 * Worked example: docs/ has 60 tokens, src/ 50 and 40. To lose 45, src/b (50) is enough, but docs/ is nearer to the
 * top and loses hardly more: 60 ≤ 1.25 × 50 = 62.5.
 */
export function leaveOut(
  files: readonly SizedFile[],
  excess: number,
): readonly LeftOut[] | undefined {
  const total = sumOf(files);
  if (excess <= 0 || total <= excess) return undefined;
  const one = bestEntry(
    entriesOf(files).filter(({ tokens }) => tokens < total),
    excess,
  );
  const several = largestFiles(files, excess);
  const lost = sumOf(several);
  if (one && (one.tokens <= ONE_ENTRY * lost || several.length > MAX_FILES)) return [one];
  return lost < total ? several : one && [one];
}

function sumOf(sized: readonly { readonly tokens: number }[]): number {
  return sized.reduce((sum, { tokens }) => sum + tokens, 0);
}

interface Folder extends LeftOut {
  tokens: number;
  readonly files: number[];
}

/** Every file, and every folder above one. */
function entriesOf(files: readonly SizedFile[]): readonly LeftOut[] {
  const folders = new Map<string, Folder>();
  for (const [index, { path, tokens }] of files.entries()) {
    for (const folder of foldersAbove(path)) {
      const known = folders.get(folder) ?? { path: folder, isFolder: true, tokens: 0, files: [] };
      known.tokens += tokens;
      known.files.push(index);
      folders.set(folder, known);
    }
  }
  return [...folders.values(), ...files.map(asEntry)];
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/', 1); end !== -1; end = path.indexOf('/', end + 1)) {
    folders.push(path.slice(0, end));
  }
  return folders;
}

function asEntry({ path, tokens }: SizedFile, index: number): LeftOut {
  return { path, tokens, isFolder: false, files: [index] };
}

/** Of the entries that suffice, one that loses few tokens and is near the top. */
function bestEntry(entries: readonly LeftOut[], excess: number): LeftOut | undefined {
  const enough = entries.filter(({ tokens }) => tokens >= excess);
  const least = enough.reduce((min, { tokens }) => Math.min(min, tokens), Infinity);
  return enough
    .filter(({ tokens }) => tokens <= NEARER_TO_TOP * least)
    .toSorted((a, b) => depthOf(a) - depthOf(b) || a.tokens - b.tokens || compare(a.path, b.path))
    .at(0);
}

function depthOf({ path }: LeftOut): number {
  return path.split('/').length;
}

/** The fewest files that suffice; the last of them is the smallest that is enough. */
function largestFiles(files: readonly SizedFile[], excess: number): readonly LeftOut[] {
  const sorted = files
    .map(asEntry)
    .toSorted((a, b) => b.tokens - a.tokens || compare(a.path, b.path));
  const chosen: LeftOut[] = [];
  let missing = excess;
  for (const file of sorted) {
    if (file.tokens >= missing) {
      const others = sorted.slice(chosen.length);
      return [...chosen, others.findLast(({ tokens }) => tokens >= missing) ?? file];
    }
    chosen.push(file);
    missing -= file.tokens;
  }
  return chosen;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
