import { resolve } from 'node:path';
import type { Io } from '../io';

/** Whether a path of the command line is a folder. A file that cannot be read is refused where it is read. */
export async function isFolder(io: Io, path: string): Promise<boolean> {
  if (path === '-') return false;
  try {
    return (await io.stat(resolve(io.workingDirectory(), path), true)).kind === 'folder';
  } catch {
    return false;
  }
}
