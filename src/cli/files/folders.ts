import { resolve } from 'node:path';
import { LARGEST_TEXT_BYTES } from '../../core/files/scanned/limits';
import type { Io } from '../io';

/** Whether a path of the command line is a folder. A file that cannot be read is refused where it is read. */
export async function isFolder(io: Io, path: string): Promise<boolean> {
  return (await whatIs(io, path)) === 'folder';
}

/** `large`: a file that is read in ranges. */
export async function whatIs(io: Io, path: string): Promise<'file' | 'large' | 'folder'> {
  if (path === '-') return 'file';
  try {
    const { kind, bytes } = await io.stat(resolve(io.workingDirectory(), path), true);
    if (kind === 'folder') return kind;
    return bytes > LARGEST_TEXT_BYTES ? 'large' : 'file';
  } catch {
    return 'file';
  }
}
