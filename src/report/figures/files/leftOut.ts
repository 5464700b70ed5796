import type { FileNode } from '../../../core/charts/fileTree';
import type { ReportSubject } from '../../../protocol/subject';

/** Paths of files, and of folders with a slash at the end, that are not in the sum. */
export type LeftOutPaths = readonly string[];

/** Places of the files that are left out. */
export function leftOutPlaces(
  { files }: Pick<ReportSubject, 'files'>,
  leftOut: LeftOutPaths,
): ReadonlySet<number> {
  const places = new Set<number>();
  if (leftOut.length === 0) return places;
  const paths = new Set(leftOut);
  for (const [index, { path }] of files.entries()) {
    if (paths.has(path) || isBelow(path, paths)) places.add(index);
  }
  return places;
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    if (folders.has(path.slice(0, end + 1))) return true;
  }
  return false;
}

/**
 * Leaves out an entry and all below it, or takes it in.
 *
 * @param root the tree of all files.
 */
export function withEntry(root: FileNode, entry: FileNode, isTicked: boolean): LeftOutPaths {
  const changed = new Set(placesIn(entry));
  return pathsOf(root, ({ index, leftOut }) =>
    index !== undefined && changed.has(index) ? !isTicked : leftOut > 0,
  );
}

/** The places of an entry's files. */
function placesIn({ index, children }: FileNode): readonly number[] {
  return index === undefined ? children.flatMap(placesIn) : [index];
}

/** As few paths as possible: a folder for all of its files. */
function pathsOf(root: FileNode, isOut: (file: FileNode) => boolean): LeftOutPaths {
  const visit = (node: FileNode): { readonly isAll: boolean; readonly paths: LeftOutPaths } => {
    if (node.index !== undefined) {
      const isAll = isOut(node);
      return { isAll, paths: isAll ? [node.path] : [] };
    }
    const below = node.children.map(visit);
    const isAll = below.every((child) => child.isAll);
    const isFolder = isAll && node.path !== '';
    return { isAll, paths: isFolder ? [`${node.path}/`] : below.flatMap(({ paths }) => paths) };
  };
  return visit(root).paths;
}
