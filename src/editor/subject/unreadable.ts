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
import type { UnreadableSubject } from './subject';

/** VS Code may still open a file's text this long after its tab, in milliseconds; then its bytes are read. */
const OPENING_MS = 300;

/** View type of VS Code's image editor. */
const IMAGE_VIEW = 'imagePreview.previewEditor';

/**
 * The file of the active tab, if VS Code shows it but gives no text of it.
 *
 * @param known found last: its bytes are not read again at each change of a tab.
 * @returns undefined also if aborted.
 */
export async function findUnreadable(
  known: UnreadableSubject | undefined,
  signal: AbortSignal,
): Promise<UnreadableSubject | undefined> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (isOwnPage(input)) return undefined;
  if (input instanceof TabInputCustom) {
    const reason = input.viewType === IMAGE_VIEW ? 'image' : 'customEditor';
    return openDocument(input.uri) ? undefined : unreadable(input.uri, reason);
  }
  if (input instanceof TabInputText) return findTextless(input.uri, known, signal);
  if (!(input instanceof TabInputTextDiff)) return undefined;
  return (
    (await findTextless(input.modified, known, signal)) ??
    (await findTextless(input.original, known, signal))
  );
}

/** A file without a text document, with the reason; undefined also while VS Code loads it. */
async function findTextless(
  uri: Uri,
  known: UnreadableSubject | undefined,
  signal: AbortSignal,
): Promise<UnreadableSubject | undefined> {
  if (openDocument(uri)) return undefined;
  if (known?.reason === 'binary' && known.uri.toString() === uri.toString()) return known;
  const size = await sizeOf(uri);
  if (size === undefined || openDocument(uri)) return undefined;
  if (size > LARGEST_TEXT_BYTES) return unreadable(uri, 'tooLarge');
  await new Promise((resolve) => {
    setTimeout(resolve, OPENING_MS);
  });
  if (signal.aborted || openDocument(uri) || !(await isBinary(uri))) return undefined;
  return openDocument(uri) ? undefined : unreadable(uri, 'binary');
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
