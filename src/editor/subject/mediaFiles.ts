import { workspace, type Uri } from 'vscode';
import { LARGEST_TEXT_BYTES } from '../../core/files/scan';
import type { CountableSubject, MediaSubject } from './subject';

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

/** The PDF that VS Code shows as if it were text, which it does without a zero byte at the start. */
export function pdfShownAsText(subject: CountableSubject | undefined): Uri | undefined {
  if (subject?.kind !== 'text') return undefined;
  const { document } = subject;
  const isPdf = /\.pdf$/i.test(document.uri.path) && document.lineAt(0).text.startsWith('%PDF-');
  return isPdf ? document.uri : undefined;
}

function remember(uri: string, file: Read): void {
  known.delete(uri);
  known.set(uri, file);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

/** How sizes are read and tokens counted is needed for such files alone. */
async function read(uri: Uri): Promise<MediaSubject | undefined> {
  const [bytes, { readMedia }, { besideEach }] = await Promise.all([
    workspace.fs.readFile(uri),
    import('../../core/media/read/read'),
    import('../../core/estimate/own/beside'),
  ]);
  const part = readMedia(bytes);
  const [beside] = part ? besideEach([{ media: [part] }]) : [];
  return part && beside && { kind: 'media', uri, part, beside };
}
