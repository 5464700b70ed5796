import { fileParts, type FileParts } from '../core/files/fileParts';
import { languageOfPath } from '../core/files/languageOfPath';
import { describeFileProblem, describeUsageProblem } from '../wording/documents/terminal';
import type { Io } from './io';
import { UsageError } from './usageError';

export interface Text {
  /** As given on the command line; - for standard input. */
  readonly path: string;
  readonly text: string;
}

/** What of a file is sent to a model. */
export function partsOf({ path, text }: Text): FileParts {
  return fileParts(text, { path, languageId: languageOfPath(path) });
}

/**
 * Reads files, or standard input for -, as UTF-8.
 *
 * @throws {UsageError} if one of them cannot be read.
 */
export async function readTexts(io: Io, paths: readonly string[]): Promise<readonly Text[]> {
  if (paths.filter((path) => path === '-').length > 1) {
    throw new UsageError(describeUsageProblem({ kind: 'inputTwice' }));
  }
  const texts: Text[] = [];
  for (const path of paths) texts.push({ path, text: decode(path, await readBytes(io, path)) });
  return texts;
}

async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  try {
    return path === '-' ? await io.readStandardInput() : await io.readFile(path);
  } catch (error) {
    throw new UsageError(readProblem(path, error));
  }
}

/** Why a file could not be read. */
export function readProblem(path: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return describeFileProblem(path, 'missing');
  if (code === 'EISDIR') return describeFileProblem(path, 'folder');
  if (code === 'EACCES') return describeFileProblem(path, 'forbidden');
  return `${path}: ${message}`;
}

/** Decodes UTF-8 without its byte order mark, as VS Code does. */
export function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(describeFileProblem(path, 'notUtf8'));
  }
}
