import { workspace, type Uri } from 'vscode';
import { besideEach } from '../../core/estimate/own/beside';
import { LARGEST_TEXT_BYTES } from '../../core/files/scanned/limits';
import { readMedia } from '../../core/media/read/read';
import { describeMedia } from '../../wording/views/media';
import type { Words } from '../../wording/words';
import type { MediaSubject } from './subject';

/** A file as it was read. */
interface Read {
  readonly mtime: number;
  readonly size: number;
  readonly subject: MediaSubject | undefined;
}

/** The files looked at last: each change of a tab asks again. */
const known = new Map<string, Read>();

const MOST_KNOWN = 20;

/** The picture, PDF, recording or film in a file; undefined if it is none, too large, or cannot be read. */
export async function readMediaFile(uri: Uri): Promise<MediaSubject | undefined> {
  try {
    const { mtime, size } = await workspace.fs.stat(uri);
    const before = known.get(uri.toString());
    if (before?.mtime === mtime && before.size === size) return before.subject;
    const subject = size > LARGEST_TEXT_BYTES ? undefined : await read(uri);
    remember(uri.toString(), { mtime, size, subject });
    return subject;
  } catch {
    // A file that is gone, or in a file system that is.
    return undefined;
  }
}

function remember(uri: string, file: Read): void {
  known.delete(uri);
  known.set(uri, file);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

async function read(uri: Uri): Promise<MediaSubject | undefined> {
  const part = readMedia(await workspace.fs.readFile(uri));
  const [beside] = part ? besideEach([{ media: [part] }]) : [];
  const describe = (words: Words): string => (part ? describeMedia(words, part) : '');
  return part && beside && { kind: 'media', uri, part, beside, describe };
}
