import { resolve } from 'node:path';
import { detectEncoding } from '../../core/files/bytes';
import { LARGEST_TEXT_BYTES } from '../../core/files/scanned/limits';
import { isPdf } from '../../core/media/read/pdf';
import type { Io } from '../io';

/** Whether a path of the command line is a folder. A file that cannot be read is refused where it is read. */
export async function isFolder(io: Io, path: string): Promise<boolean> {
  return (await whatIs(io, path)) === 'folder';
}

/** `large`: a text that is read in ranges. A large picture or recording is a file: its header has its size. */
export async function whatIs(io: Io, path: string): Promise<'file' | 'large' | 'folder'> {
  if (path === '-') return 'file';
  try {
    const { kind, bytes } = await io.stat(resolve(io.workingDirectory(), path), true);
    if (kind === 'folder') return kind;
    return bytes > LARGEST_TEXT_BYTES && (await isText(io, path)) ? 'large' : 'file';
  } catch {
    return 'file';
  }
}

async function isText(io: Io, path: string): Promise<boolean> {
  for await (const start of io.readRanges(resolve(io.workingDirectory(), path)))
    return !isPdf(start) && detectEncoding(start) !== 'binary';
  return true;
}
