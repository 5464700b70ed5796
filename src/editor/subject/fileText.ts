import { workspace, type NotebookDocument, type TextDocument, type Uri } from 'vscode';
import { languageOfPath } from '../../core/files/languageOfPath';
import { decodeBytes, detectEncoding } from '../../core/files/bytes';
import { parseNotebook } from '../../core/files/notebook';
import type { FileContent } from '../../core/files/scan';
import { Slices } from '../slices';

/** The document that is open for a file, as it stands in the editor. */
export function openDocument(uri: Uri): TextDocument | undefined {
  const wanted = uri.toString();
  return workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === wanted,
  );
}

/** The notebook that is open for a file. */
export function openNotebook(uri: Uri): NotebookDocument | undefined {
  const wanted = uri.toString();
  return workspace.notebookDocuments.find(
    (notebook) => !notebook.isClosed && notebook.uri.toString() === wanted,
  );
}

/** Whether VS Code opens a file as a notebook, of which the cells are counted and not their outputs. */
export function isNotebookFile({ path }: Uri): boolean {
  return path.endsWith('.ipynb');
}

/** What was read of a file as one text. */
export type FileText =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bytes: number;
      readonly languageId: string;
    }
  | Exclude<FileContent, { readonly kind: 'text' }>;

/**
 * The text of a file, as `readText`; of a notebook the text of each cell, as the editor counts it. One
 * whose cells are not known is read as it is stored.
 */
export async function readParts(
  uri: Uri,
  maxBytes: number,
  isUtf8: (uri: Uri) => boolean,
): Promise<FileContent> {
  const notebook = openNotebook(uri);
  if (notebook) return cellsOf(notebook);
  const file = await readText(uri, maxBytes, isUtf8);
  if (file.kind !== 'text') return file;
  const { kind, bytes, text, languageId } = file;
  if (!isNotebookFile(uri)) return { kind, bytes, parts: [{ text, languageId }] };
  const cells = parseNotebook(text);
  return cells
    ? { kind, bytes, parts: cells, notebook: 'cells' }
    : { kind, bytes, parts: [{ text, languageId }], notebook: 'stored' };
}

function cellsOf(notebook: NotebookDocument): FileContent {
  const parts = notebook.getCells().map(({ document }) => ({
    text: document.getText(),
    languageId: document.languageId,
  }));
  const bytes = parts.reduce((sum, { text }) => sum + text.length, 0);
  return { kind: 'text', bytes, parts, notebook: 'cells' };
}

/**
 * The text of a file: what the editor holds when it is open there, saved or not, else what is stored.
 *
 * @param isUtf8 whether the settings say so of a file: a scan of thousands asks them once for each folder.
 */
export async function readText(
  uri: Uri,
  maxBytes: number,
  isUtf8: (uri: Uri) => boolean = isUtf8BySettings,
): Promise<FileText> {
  const open = openDocument(uri);
  if (open) {
    const text = open.getText();
    return { kind: 'text', text, bytes: text.length, languageId: open.languageId };
  }
  const { size } = await workspace.fs.stat(uri);
  if (size > maxBytes) return { kind: 'tooLarge' };
  const bytes = await workspace.fs.readFile(uri);
  const text = await decode(bytes, uri, isUtf8);
  if (text === undefined) return { kind: 'binary' };
  return { kind: 'text', text, bytes: bytes.length, languageId: languageOfPath(uri.path) };
}

/** Decodes as VS Code would when it opens the file; undefined for what it takes as binary. */
async function decode(
  bytes: Uint8Array,
  uri: Uri,
  isUtf8: (uri: Uri) => boolean,
): Promise<string | undefined> {
  const sniffed = detectEncoding(bytes);
  if (sniffed === 'binary') return undefined;
  if (sniffed !== 'unknown') return new Slices().run(decodeBytes(bytes, sniffed));
  // VS Code decodes in another process, so what is UTF-8 anyway is not sent there.
  return isUtf8(uri)
    ? new Slices().run(decodeBytes(bytes, 'utf8'))
    : workspace.decode(bytes, { uri });
}

/** Asks the settings once for each workspace folder: reading them takes longer than reading a file. */
export function utf8ByFolder(): (uri: Uri) => boolean {
  const known = new Map<string, boolean>();
  return (uri) => {
    const folder = workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
    const isUtf8 = known.get(folder) ?? isUtf8BySettings(uri);
    known.set(folder, isUtf8);
    return isUtf8;
  };
}

/** Where a language has settings of its own, VS Code knows which files are in it. */
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
