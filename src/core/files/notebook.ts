import { isRecord, parseJson } from '../json';

/** A part of a file in one language. A notebook has one for each cell. */
export interface TextPart {
  readonly text: string;
  readonly languageId: string;
}

/** Jupyter's language names that differ from VS Code's. */
const LANGUAGE_IDS: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  'f#': 'fsharp',
  'q#': 'qsharp',
  'c++11': 'c++',
  'c++12': 'c++',
  'c++14': 'c++',
};

const DEFAULT_LANGUAGE = 'python';

/**
 * The cells of a Jupyter notebook as VS Code shows them, without outputs.
 *
 * @returns undefined if VS Code does not open the file as a notebook: invalid JSON, or a format before version 4.
 */
export function parseNotebook(json: string): readonly TextPart[] | undefined {
  const notebook = parseJson(json);
  if (!isRecord(notebook)) return undefined;
  const { cells = [], nbformat } = notebook;
  if (!Array.isArray(cells) || (typeof nbformat === 'number' && nbformat < 4)) return undefined;
  const languageId = languageOf(notebook['metadata']);
  const parts = cells.map((cell: unknown) => partOf(cell, languageId));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function partOf(cell: unknown, codeLanguageId: string): TextPart | undefined {
  if (!isRecord(cell)) return undefined;
  const text = sourceOf(cell['source']);
  if (text === undefined) return undefined;
  switch (cell['cell_type']) {
    case 'markdown':
      return { text, languageId: 'markdown' };
    case 'raw':
      return { text, languageId: 'raw' };
    default:
      return { text, languageId: ownLanguage(cell['metadata']) ?? codeLanguageId };
  }
}

/** A cell's source is a string, or a list of lines. VS Code adds line ends that are missing in the list. */
function sourceOf(source: unknown): string | undefined {
  if (typeof source === 'string') return source;
  if (!Array.isArray(source) || !source.every((line) => typeof line === 'string')) return undefined;
  const last = source.length - 1;
  const isOpen = (line: string, index: number): boolean => index < last && !line.endsWith('\n');
  return source.map((line, index) => (isOpen(line, index) ? `${line}\n` : line)).join('');
}

function languageOf(metadata: unknown): string {
  const name =
    textAt(metadata, 'language_info', 'name') ?? textAt(metadata, 'kernelspec', 'language');
  return name === undefined ? DEFAULT_LANGUAGE : languageId(name);
}

/** The language of a cell, if it is not that of the notebook. */
function ownLanguage(metadata: unknown): string | undefined {
  const name = textAt(metadata, 'vscode', 'languageId');
  return name === undefined ? undefined : languageId(name);
}

function languageId(name: string): string {
  const lower = name.toLowerCase();
  return Object.hasOwn(LANGUAGE_IDS, lower) ? (LANGUAGE_IDS[lower] ?? lower) : lower;
}

function textAt(value: unknown, key: string, below: string): string | undefined {
  const inner = isRecord(value) ? value[key] : undefined;
  const text = isRecord(inner) ? inner[below] : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
