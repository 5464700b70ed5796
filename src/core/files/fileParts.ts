import { fileCall, type FileCall } from './fileCall';
import { canHoldRequests, looksLikeRequests } from '../requestHint';
import { parseNotebook, type TextPart } from './notebook';
import type { FileForm } from './scanned/content';
import { sentParts, type FileKind } from './sentText';

/** What of a file is counted. */
export interface FileParts {
  readonly parts: readonly TextPart[];
  /** Undefined: all of it is counted. */
  readonly form?: FileForm;
  /** What a prompt file names: its model, its longest answer. */
  readonly call?: FileCall | undefined;
  /** The only part may be a file of API requests, which a reading of all of it tells. */
  readonly mayHoldRequests?: FileKind | undefined;
}

/**
 * What of a file's text is sent to a model: of a notebook its cells without outputs, of a prompt file its messages,
 * else all. A damaged notebook is counted as stored.
 */
export function fileParts(text: string, file: FileKind): FileParts {
  const whole = [{ text, languageId: file.languageId }];
  if (isNotebookFile(file)) {
    const cells = parseNotebook(text);
    return cells ? { parts: cells, form: 'cells' } : { parts: whole, form: 'stored' };
  }
  const sent = sentParts(text, file);
  if (sent) return { parts: sent, form: 'sent', call: callOf(text, file) };
  if (!canHoldRequests(file, text)) return { parts: whole };
  const mayHoldRequests = file;
  return looksLikeRequests(text, file)
    ? { parts: whole, form: 'requests', mayHoldRequests }
    : { parts: whole, mayHoldRequests };
}

function callOf(text: string, file: FileKind): FileCall | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const at = (line: number): string => lines[line] ?? '';
  return fileCall({ count: lines.length, at }, file);
}

/** Whether VS Code opens the file as a notebook. */
export function isNotebookFile({ path }: Pick<FileKind, 'path'>): boolean {
  return path.endsWith('.ipynb');
}
