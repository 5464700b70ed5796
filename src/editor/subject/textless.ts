import { TabInputCustom, TabInputText, workspace, type TabInputTextDiff, type Uri } from 'vscode';
import { detectEncoding } from '../../core/files/bytes';
import { LARGEST_TEXT_BYTES } from '../../core/files/scanned/limits';
import { isSameUri } from './current';
import { openDocument } from './fileText';
import type { UnreadableReason } from '../../wording/subject';
import { readMediaFile } from './mediaFiles';
import type { TextlessSubject, UnreadableSubject } from './subject';

/** VS Code may still open a file's text this long after its tab, in milliseconds; then its bytes are read. */
const OPENING_MS = 300;

/** View type of VS Code's image editor. */
const IMAGE_VIEW = 'imagePreview.previewEditor';

/** What a tab shows of which VS Code may give no text. */
export type FileInput = TabInputCustom | TabInputText | TabInputTextDiff;

/**
 * The file of a tab, if VS Code shows it but gives no text of it: a picture, PDF or recording that a model can
 * take, or one that has no price, with the reason.
 *
 * @param known found last: its bytes are not read again at each change of a tab.
 * @returns undefined also if aborted.
 */
export async function findTextless(
  input: FileInput,
  known: TextlessSubject | undefined,
  signal: AbortSignal,
): Promise<TextlessSubject | undefined> {
  if (input instanceof TabInputCustom) {
    if (openDocument(input.uri)) return undefined;
    const reason = input.viewType === IMAGE_VIEW ? 'image' : 'customEditor';
    return (await readMediaFile(input.uri)) ?? unreadable(input.uri, reason);
  }
  if (input instanceof TabInputText) return fileWithoutText(input.uri, known, signal);
  return (
    (await fileWithoutText(input.modified, known, signal)) ??
    (await fileWithoutText(input.original, known, signal))
  );
}

/** A file without a text document, with the reason; undefined also while VS Code loads it. */
async function fileWithoutText(
  uri: Uri,
  known: TextlessSubject | undefined,
  signal: AbortSignal,
): Promise<TextlessSubject | undefined> {
  if (openDocument(uri)) return undefined;
  const same = known && isSameUri(known.uri, uri) ? known : undefined;
  if (same?.kind === 'unreadable' && same.reason === 'binary') return same;
  // It is no text; whether it still is what it was, its time and size tell.
  const media = same?.kind === 'media' ? await readMediaFile(uri) : undefined;
  if (media) return media;
  const size = await sizeOf(uri);
  if (size === undefined || openDocument(uri)) return undefined;
  if (size > LARGEST_TEXT_BYTES) return unreadable(uri, 'tooLarge');
  await new Promise((resolve) => {
    setTimeout(resolve, OPENING_MS);
  });
  if (signal.aborted || openDocument(uri) || !(await isBinary(uri))) return undefined;
  return openDocument(uri) ? undefined : ((await readMediaFile(uri)) ?? unreadable(uri, 'binary'));
}

function unreadable(uri: Uri, reason: UnreadableReason): UnreadableSubject {
  return { kind: 'unreadable', uri, reason };
}

/** Size in bytes; undefined without such a file, as for untitled documents. */
async function sizeOf(uri: Uri): Promise<number | undefined> {
  return workspace.fs.stat(uri).then(
    ({ size }) => size,
    () => undefined,
  );
}

async function isBinary(uri: Uri): Promise<boolean> {
  return workspace.fs.readFile(uri).then(
    (bytes) => detectEncoding(bytes) === 'binary',
    () => false,
  );
}
