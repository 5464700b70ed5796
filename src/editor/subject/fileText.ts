import { workspace, type NotebookDocument, type TextDocument, type Uri } from 'vscode';
import { languageOfOpen, languageOfPath } from '../../core/files/languageOfPath';
import { decodeBytes, detectEncoding } from '../../core/files/bytes';
import { fileParts } from '../../core/files/fileParts';
import type { FileContent } from '../../core/files/scanned/content';
import { hostSlices } from '../slices';
import { templates } from './templates/templates';

/** The open document of a file, with its unsaved changes. */
export function openDocument(uri: Uri): TextDocument | undefined {
  const wanted = uri.toString();
  return workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === wanted,
  );
}

/** The open notebook of a file. */
export function openNotebook(uri: Uri): NotebookDocument | undefined {
  const wanted = uri.toString();
  return workspace.notebookDocuments.find(
    (notebook) => !notebook.isClosed && notebook.uri.toString() === wanted,
  );
}

/** A file read as one text. */
export type FileText =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bytes: number;
      readonly languageId: string;
    }
  | Exclude<FileContent, { readonly kind: 'text' }>;

/** What of a file is sent to a model (`fileParts`), as `readText` reads it; of an open notebook its present cells. */
export async function readParts(
  uri: Uri,
  maxBytes: number,
  isUtf8: (uri: Uri) => boolean = isUtf8BySettings,
): Promise<FileContent> {
  const notebook = openNotebook(uri);
  if (notebook) return cellsOf(notebook);
  const file = await readText(uri, maxBytes, isUtf8);
  if (file.kind !== 'text') return file;
  const { kind, bytes, text, languageId } = file;
  const sent = fileParts(text, { path: uri.path, languageId });
  const template = { uri, text, languageId, parts: sent.parts };
  const values = await (await templates.readerFor(template))?.content(template);
  return { kind, bytes, ...sent, ...values };
}

function cellsOf(notebook: NotebookDocument): FileContent {
  const parts = notebook.getCells().map(({ document }) => ({
    text: document.getText(),
    languageId: document.languageId,
  }));
  const bytes = parts.reduce((sum, { text }) => sum + text.length, 0);
  return { kind: 'text', bytes, parts, form: 'cells' };
}

/**
 * The text of a file: of the open document, with unsaved changes, else as stored.
 *
 * @param isUtf8 whether the settings say that a file is UTF-8; a scan passes a cached answer.
 * @throws any error of the file system.
 */
export async function readText(
  uri: Uri,
  maxBytes: number,
  isUtf8: (uri: Uri) => boolean = isUtf8BySettings,
): Promise<FileText> {
  const open = openDocument(uri);
  if (open) {
    const text = open.getText();
    const languageId = languageOfOpen(uri.path, open.languageId);
    return { kind: 'text', text, bytes: text.length, languageId };
  }
  const { size } = await workspace.fs.stat(uri);
  if (size > maxBytes) return { kind: 'tooLarge', bytes: size };
  const bytes = await workspace.fs.readFile(uri);
  const text = await decode(bytes, uri, isUtf8);
  if (text === undefined) return { kind: 'binary' };
  return { kind: 'text', text, bytes: bytes.length, languageId: languageOfPath(uri.path) };
}

/** Decodes as VS Code does when it opens the file; undefined for a binary file. */
async function decode(
  bytes: Uint8Array,
  uri: Uri,
  isUtf8: (uri: Uri) => boolean,
): Promise<string | undefined> {
  const detected = detectEncoding(bytes);
  if (detected === 'binary') return undefined;
  if (detected !== 'unknown') return hostSlices().run(decodeBytes(bytes, detected));
  // VS Code decodes in another process: sending UTF-8 there would only take time.
  return isUtf8(uri)
    ? hostSlices().run(decodeBytes(bytes, 'utf8'))
    : workspace.decode(bytes, { uri });
}

/** `isUtf8` for `readText`, cached by workspace folder: reading settings takes longer than reading a file. */
export function utf8ByFolder(): (uri: Uri) => boolean {
  const known = new Map<string, boolean>();
  return (uri) => {
    const folder = workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
    const isUtf8 = known.get(folder) ?? isUtf8BySettings(uri);
    known.set(folder, isUtf8);
    return isUtf8;
  };
}

/** False if unsure: VS Code then decodes. A language may have an encoding of its own. */
function isUtf8BySettings(uri: Uri): boolean {
  const files = workspace.getConfiguration('files', uri);
  const encoding = files.get<string>('encoding', 'utf8');
  const isByLanguage = ['encoding', 'autoGuessEncoding'].some(
    (key) => (files.inspect(key)?.languageIds ?? []).length > 0,
  );
  return (
    encoding.startsWith('utf8') && !isByLanguage && !files.get<boolean>('autoGuessEncoding', false)
  );
}
