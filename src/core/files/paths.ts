/** A path relative to a folder; undefined if it is not below the folder. */
export function pathBelow(folder: string, path: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) && path.length > start.length
    ? path.slice(start.length)
    : undefined;
}

/** The deepest folder that contains all paths. */
export function commonFolder(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((path) => path.split('/').slice(0, -1));
  let length = first.length;
  for (const parts of rest) {
    const differs = first.findIndex((part, index) => part !== parts[index]);
    if (differs >= 0) length = Math.min(length, differs);
  }
  return first.slice(0, length).join('/') || '/';
}

/** The last part of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/', path.length - 2) + 1) || path;
}

/** A file name that is valid in every file system. */
export function fileStem(name: string): string {
  const plain = name
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'report' : plain;
}
