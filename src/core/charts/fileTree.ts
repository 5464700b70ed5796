import { compareMoney, sumKnown, sumMoney, ZERO_MONEY, type Money } from '../pricing/money';
import { sumTokenCounts, type TokenCount } from '../tokens/tokenCount';
import { isTraining, type Estimate } from '../estimate/estimate';

/** A file, or a folder with the sums of everything below it. What is left out is in no sum. */
export interface FileNode {
  /** Last part of the path. */
  readonly name: string;
  readonly path: string;
  /** Of a file that is left out, the tokens that it would have. */
  readonly count: TokenCount;
  /**
   * Undefined if any file below has no price; zero for a file that is left out. Examples for fine-tuning are left out of
   * the sum.
   */
  readonly cost: Money | undefined;
  /** Whether all of it are examples for fine-tuning. */
  readonly isForTraining: boolean;
  /** Files below, those that are left out included. */
  readonly fileCount: number;
  /** Files below that are left out. */
  readonly leftOut: number;
  /** The cost with what is left out: the order, which leaving out does not change. */
  readonly weight: Money;
  /** Place in the list of files; undefined for a folder. */
  readonly index: number | undefined;
  /** Most expensive first; empty for a file. */
  readonly children: readonly FileNode[];
}

interface Folder {
  readonly files: FileNode[];
  readonly folders: Map<string, Folder>;
}

/** A file of the report. */
export interface TreeFile {
  readonly path: string;
  readonly estimate: Pick<Estimate, 'count' | 'price'>;
  /** Its part of the cost of one call with all files, in place of the cost of its own call. */
  readonly part?: Money | undefined;
  /** It is not in the sum. */
  readonly isLeftOut?: boolean;
}

/** The tree of files by folder. The root's cost is exactly the sum of all files that are not left out. */
export function buildFileTree(name: string, files: readonly TreeFile[]): FileNode {
  const root = emptyFolder();
  for (const [index, entry] of files.entries()) {
    const { path } = entry;
    const names = path.split('/').filter((part) => part !== '');
    const file = names.pop() ?? path;
    let folder = root;
    for (const part of names) {
      const next = folder.folders.get(part) ?? emptyFolder();
      folder.folders.set(part, next);
      folder = next;
    }
    folder.files.push(fileNode(file, index, entry));
  }
  return folderNode(name, '', root);
}

function emptyFolder(): Folder {
  return { files: [], folders: new Map() };
}

function fileNode(name: string, index: number, file: TreeFile): FileNode {
  const { path, estimate, part, isLeftOut = false } = file;
  const { count, price } = estimate;
  const cost = price.kind === 'priced' ? (part ?? price.expected.total) : undefined;
  return {
    name,
    path,
    count,
    cost: isLeftOut ? ZERO_MONEY : cost,
    isForTraining: isTraining(price),
    fileCount: 1,
    leftOut: isLeftOut ? 1 : 0,
    weight: cost ?? ZERO_MONEY,
    index,
    children: [],
  };
}

function folderNode(name: string, path: string, folder: Folder): FileNode {
  const below = [...folder.folders].map(([part, child]) =>
    folderNode(part, pathIn(path, part), child),
  );
  return folderOf(name, path, [...below, ...folder.files].toSorted(compareNodes));
}

function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A folder with the sums of its entries, which are sorted by `compareNodes`. */
export function folderOf(name: string, path: string, children: readonly FileNode[]): FileNode {
  return {
    name,
    path,
    count: sumTokenCounts(children.filter(isIn).map(({ count }) => count)),
    cost: sumCosts(children.filter(({ isForTraining }) => !isForTraining)),
    isForTraining: children.length > 0 && children.every(({ isForTraining }) => isForTraining),
    index: undefined,
    fileCount: children.reduce((sum, { fileCount }) => sum + fileCount, 0),
    leftOut: children.reduce((sum, { leftOut }) => sum + leftOut, 0),
    weight: sumMoney(children.map(({ weight }) => weight)),
    children,
  };
}

/** Whether any file of an entry is in the sum. */
export function isIn({ fileCount, leftOut }: FileNode): boolean {
  return leftOut < fileCount;
}

function sumCosts(nodes: readonly FileNode[]): Money | undefined {
  return nodes.length === 0 ? undefined : sumKnown(nodes.map(({ cost }) => cost));
}

/** Most expensive first, then by name. */
function compareNodes(a: FileNode, b: FileNode): number {
  const byCost = compareMoney(b.weight, a.weight);
  return byCost || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** The folders from the root to the one with a path; only the root if there is no such folder. */
export function foldersTo(root: FileNode, path: string): readonly FileNode[] {
  const next = root.children.find(
    (node) => node.children.length > 0 && (node.path === path || path.startsWith(`${node.path}/`)),
  );
  return next ? [root, ...foldersTo(next, path)] : [root];
}
