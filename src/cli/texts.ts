import { readFile } from 'node:fs/promises';
import { describeFileProblem, describeUsageProblem } from '../wording/terminal';
import { UsageError } from './usageError';

export interface Text {
  /** As the person named it; - for standard input. */
  readonly path: string;
  readonly text: string;
}

/** Reads files, or standard input for -, as UTF-8; one that cannot be read makes all of them fail. */
export async function readTexts(paths: readonly string[]): Promise<readonly Text[]> {
  if (paths.filter((path) => path === '-').length > 1) {
    throw new UsageError(describeUsageProblem({ kind: 'inputTwice' }));
  }
  const texts: Text[] = [];
  for (const path of paths) texts.push({ path, text: decode(path, await readBytes(path)) });
  return texts;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return path === '-' ? await readStandardInput() : await readFile(path);
  } catch (error) {
    throw new UsageError(readProblem(path, error));
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readProblem(path: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return describeFileProblem(path, 'missing');
  if (code === 'EISDIR') return describeFileProblem(path, 'folder');
  if (code === 'EACCES') return describeFileProblem(path, 'forbidden');
  return `${path}: ${message}`;
}

/** UTF-8 to text; the byte order mark is dropped, as VS Code does. */
export function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(describeFileProblem(path, 'notUtf8'));
  }
}
