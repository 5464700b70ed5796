import { FileSystemError, FileType, Uri, workspace } from 'vscode';

/**
 * Writes a file whole or not at all: beside its place first, so that a disk that is full leaves what was there. A
 * symbolic link, and a file beside which none can be made, is written in its place.
 *
 * @throws any error of writing.
 */
export async function writeWhole(uri: Uri, bytes: Uint8Array): Promise<void> {
  if (await isLink(uri)) return workspace.fs.writeFile(uri, bytes);
  // A short name: that of the file can be as long as names may be.
  const beside = Uri.joinPath(uri, '..', `.${crypto.randomUUID().slice(0, 13)}.tmp`);
  try {
    await workspace.fs.writeFile(beside, bytes);
    await workspace.fs.rename(beside, uri, { overwrite: true });
  } catch (error) {
    await remove(beside);
    if (!isRefused(error)) throw error;
    await workspace.fs.writeFile(uri, bytes);
  }
}

async function isLink(uri: Uri): Promise<boolean> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return (type & FileType.SymbolicLink) !== 0;
  } catch {
    return false;
  }
}

/** Of a folder in which this file alone can be written. */
function isRefused(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'NoPermissions';
}

async function remove(uri: Uri): Promise<void> {
  try {
    await workspace.fs.delete(uri);
  } catch {
    // It was not written at all.
  }
}
