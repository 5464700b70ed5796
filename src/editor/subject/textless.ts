import {
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type Uri,
} from 'vscode';
import { detectEncoding } from '../../core/files/bytes';
import { LARGEST_TEXT_BYTES } from '../../core/files/scanned/limits';
import { openDocument } from './fileText';
import { isOwnPage } from './ownTabs';
import type { UnreadableReason } from '../../wording/subject';
import { readMediaFile } from './mediaFiles';
import type { TextlessSubject, UnreadableSubject } from './subject';

/** VS Code may still open a file's text this long after its tab, in milliseconds; then its bytes are read. */
const OPENING_MS = 300;

/** View type of VS Code's image editor. */
const IMAGE_VIEW = 'imagePreview.previewEditor';

/**
 * The file of the active tab, if VS Code shows it but gives no text of it: a picture, PDF or recording that a model can
 * take, or one that has no price, with the reason.
 *
 * @param known found last: its bytes are not read again at each change of a tab.
 * @returns undefined also if aborted.
 */
export async function findTextless(
  known: TextlessSubject | undefined,
  signal: AbortSignal,
): Promise<TextlessSubject | undefined> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (isOwnPage(input)) return undefined;
  if (input instanceof TabInputCustom) {
    if (openDocument(input.uri)) return undefined;
    const reason = input.viewType === IMAGE_VIEW ? 'image' : 'customEditor';
    return (await readMediaFile(input.uri)) ?? unreadable(input.uri, reason);
  }
  if (input instanceof TabInputText) return fileWithoutText(input.uri, known, signal);
  if (!(input instanceof TabInputTextDiff)) return undefined;
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
  if (known?.kind === 'unreadable' && known.reason === 'binary' && isSame(known.uri, uri))
    return known;
  const size = await sizeOf(uri);
  if (size === undefined || openDocument(uri)) return undefined;
  if (size > LARGEST_TEXT_BYTES) return unreadable(uri, 'tooLarge');
  await new Promise((resolve) => {
    setTimeout(resolve, OPENING_MS);
  });
  if (signal.aborted || openDocument(uri) || !(await isBinary(uri))) return undefined;
  return openDocument(uri) ? undefined : ((await readMediaFile(uri)) ?? unreadable(uri, 'binary'));
}

function isSame(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString();
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
