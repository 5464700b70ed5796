import { decodeBytes, detectEncoding } from '../core/files/bytes';
import type { MediaPart } from '../core/media/part';
import { isPdf } from '../core/media/read/pdf';
import { readMedia } from '../core/media/read/read';
import { finish } from '../core/scheduling/sliced';
import { describeFileProblem, describeUsageProblem } from '../wording/documents/terminal';
import { about, type Words } from '../wording/words';
import type { Io } from './io';
import { UsageError } from './usageError';

export interface Text {
  /** As given on the command line; - for standard input. */
  readonly path: string;
  readonly text: string;
  /** A picture, PDF or recording, whose text is empty. */
  readonly media?: MediaPart;
}

/**
 * Reads files, or standard input for -, as UTF-8, or as the UTF-16 that they are in as VS Code detects it.
 *
 * @param takesMedia whether pictures, PDFs and recordings are read too.
 * @throws {UsageError} if one of them cannot be read.
 */
export async function readTexts(
  io: Io,
  paths: readonly string[],
  takesMedia = false,
): Promise<readonly Text[]> {
  if (paths.filter((path) => path === '-').length > 1) {
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'inputTwice' }));
  }
  const texts: Text[] = [];
  for (const path of paths) {
    const bytes = await readBytes(io, path);
    const media = takesMedia ? mediaOf(bytes) : undefined;
    texts.push(media ? { path, text: '', media } : { path, text: decode(path, bytes) });
  }
  return texts;
}

/** A text may begin as a picture does; a PDF may be written in ASCII. */
function mediaOf(bytes: Uint8Array): MediaPart | undefined {
  return isPdf(bytes) || detectEncoding(bytes) === 'binary' ? readMedia(bytes) : undefined;
}

async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  try {
    return path === '-' ? await io.readStandardInput() : await io.readFile(path);
  } catch (error) {
    throw new UsageError((words) => readProblem(words, path, error));
  }
}

/** Why a file could not be read. */
export function readProblem(words: Words, path: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return describeFileProblem(words, path, 'missing');
  if (code === 'EISDIR') return describeFileProblem(words, path, 'folder');
  if (code === 'EACCES') return describeFileProblem(words, path, 'forbidden');
  return about(words, path, message);
}

/**
 * Decodes UTF-8 or UTF-16 without its byte order mark, as VS Code does. Standard input is UTF-16 only with its mark: a
 * program may send a text with zero bytes.
 */
export function decode(path: string, bytes: Uint8Array): string {
  const detected = detectEncoding(bytes);
  const isUtf16 = detected === 'utf-16le' || detected === 'utf-16be';
  // No UTF-8 begins with the bytes of a mark of UTF-16, FE and FF.
  if (isUtf16 && (path !== '-' || (bytes[0] ?? 0) >= 0xfe))
    return finish(decodeBytes(bytes, detected));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError((words) => describeFileProblem(words, path, 'notUtf8'));
  }
}
