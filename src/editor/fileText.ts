import { workspace, type TextDocument, type Uri } from 'vscode';
import { languageOfPath } from '../core/estimate/languageOfPath';
import { decodeBytes, sniffBytes } from '../core/files/fileBytes';
import type { FileContent } from '../core/files/scanFiles';

/** The document that is open for a file, as it stands in the editor. */
export function openDocument(uri: Uri): TextDocument | undefined {
  const wanted = uri.toString();
  return workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === wanted,
  );
}

/** The text of a file: what the editor holds when it is open there, saved or not, else what is stored. */
export async function readText(uri: Uri, maxBytes: number): Promise<FileContent> {
  const open = openDocument(uri);
  if (open) {
    const text = open.getText();
    return { kind: 'text', text, bytes: text.length, languageId: open.languageId };
  }
  const { size } = await workspace.fs.stat(uri);
  if (size > maxBytes) return { kind: 'tooLarge' };
  const bytes = await workspace.fs.readFile(uri);
  const text = await decode(bytes, uri);
  if (text === undefined) return { kind: 'binary' };
  return { kind: 'text', text, bytes: bytes.length, languageId: languageOfPath(uri.path) };
}

/** Decodes as VS Code would when it opens the file; undefined for what it takes as binary. */
async function decode(bytes: Uint8Array, uri: Uri): Promise<string | undefined> {
  const sniffed = sniffBytes(bytes);
  if (sniffed === 'binary') return undefined;
  if (sniffed !== 'unknown') return decodeBytes(bytes, sniffed);
  // VS Code decodes in another process, so what is UTF-8 anyway is not sent there.
  return isUtf8(uri) ? decodeBytes(bytes, 'utf8') : workspace.decode(bytes, { uri });
}

function isUtf8(uri: Uri): boolean {
  const files = workspace.getConfiguration('files', uri);
  const encoding = files.get<string>('encoding', 'utf8');
  return encoding.startsWith('utf8') && !files.get<boolean>('autoGuessEncoding', false);
}
