import { addMoney, compareMoney, ZERO_MONEY, type Money } from '../pricing/money';
import { sumTokenCounts, type TokenCount } from '../tokens/tokenCount';
import type { Estimate } from '../estimate/estimate';

/** A file, or a folder with the sums of everything below it. */
export interface FileNode {
  /** Last part of the path. */
  readonly name: string;
  readonly path: string;
  readonly count: TokenCount;
  /** Undefined if any file below has no price; examples for fine-tuning are left out of the sum. */
  readonly cost: Money | undefined;
  /** Whether all of it are examples for fine-tuning. */
  readonly isForTraining: boolean;
  readonly fileCount: number;
  /** Place in the list of files; undefined for a folder. */
  readonly index: number | undefined;
  /** Most expensive first; empty for a file. */
  readonly children: readonly FileNode[];
}

interface Folder {
  readonly files: FileNode[];
  readonly folders: Map<string, Folder>;
}

/** The tree of files by folder. The root's cost is exactly the sum of all files. */
export function buildFileTree(
  name: string,
  files: readonly { readonly path: string; readonly estimate: Estimate }[],
): FileNode {
  const root = emptyFolder();
  for (const [index, { path, estimate }] of files.entries()) {
    const names = path.split('/').filter((part) => part !== '');
    const file = names.pop() ?? path;
    let folder = root;
    for (const part of names) {
      const next = folder.folders.get(part) ?? emptyFolder();
      folder.folders.set(part, next);
      folder = next;
    }
    folder.files.push(fileNode(file, path, index, estimate));
  }
  return folderNode(name, '', root);
}

function emptyFolder(): Folder {
  return { files: [], folders: new Map() };
}

function fileNode(name: string, path: string, index: number, { count, price }: Estimate): FileNode {
  const cost = price.kind === 'priced' ? price.expected.total : undefined;
  const isForTraining = price.kind === 'unpriced' && price.reason === 'training';
  return { name, path, count, cost, isForTraining, fileCount: 1, index, children: [] };
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
    count: sumTokenCounts(children.map(({ count }) => count)),
    cost: sumCosts(children.filter(({ isForTraining }) => !isForTraining)),
    isForTraining: children.length > 0 && children.every(({ isForTraining }) => isForTraining),
    index: undefined,
    fileCount: children.reduce((sum, { fileCount }) => sum + fileCount, 0),
    children,
  };
}

function sumCosts(nodes: readonly FileNode[]): Money | undefined {
  if (nodes.length === 0) return undefined;
  let total = ZERO_MONEY;
  for (const { cost } of nodes) {
    if (!cost) return undefined;
    total = addMoney(total, cost);
  }
  return total;
}

/** Most expensive first, then by name. */
function compareNodes(a: FileNode, b: FileNode): number {
  const byCost = compareMoney(b.cost ?? ZERO_MONEY, a.cost ?? ZERO_MONEY);
  return byCost || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** The folders from the root to the one with a path; only the root if there is no such folder. */
export function foldersTo(root: FileNode, path: string): readonly FileNode[] {
  const next = root.children.find(
    (node) => node.children.length > 0 && (node.path === path || path.startsWith(`${node.path}/`)),
  );
  return next ? [root, ...foldersTo(next, path)] : [root];
}
