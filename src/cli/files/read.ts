import { describeUsageProblem, type FilesAs } from '../../wording/documents/terminal';
import type { Io } from '../io';
import { readTexts, type Text } from '../texts';
import { UsageError } from '../usageError';
import { whatIs } from './folders';
import { readRequests, type ReadRequests } from './requests';

/** What the user named. */
export type Input =
  | { readonly kind: 'texts'; readonly texts: readonly Text[] }
  | { readonly kind: 'requests'; readonly files: readonly ReadRequests[] }
  /** Folders, perhaps with files, or files of which one is large or some hold requests: read one by one. */
  | { readonly kind: 'folders'; readonly paths: readonly string[] };

interface InputOptions {
  readonly paths: readonly string[];
  /** The path of standard input; undefined: it has none. */
  readonly inputPath: string | undefined;
  readonly filesAs: FilesAs;
}

/**
 * Reads what the user named: files, standard input for -, or the requests in files. Folders are read later, file by
 * file, and large files in ranges.
 *
 * @throws {UsageError} if a file cannot be read, or if standard input, or a picture, is named together with files of
 *   which some hold requests and some do not.
 */
export async function readInput(
  io: Io,
  { paths, inputPath, filesAs }: InputOptions,
): Promise<Input> {
  const found = await Promise.all(paths.map(async (path) => whatIs(io, path)));
  const isPlain = found.every((each) => each === 'file');
  if (!isPlain && !paths.includes('-')) return { kind: 'folders', paths };
  if (found.includes('folder')) throw problem('inputAndFolder');
  const read = await readTexts(io, paths, true);
  const texts = read.map((text) => (text.path === '-' ? named(text, inputPath) : text));
  if (filesAs !== 'each') return { kind: 'texts', texts };
  const files = texts.flatMap((text) => (text.media ? [] : (readRequests(text) ?? [])));
  if (files.length === 0) return { kind: 'texts', texts };
  if (texts.some(({ media }) => media)) throw problem('requestsAndMedia');
  if (files.length < texts.length) {
    if (paths.includes('-')) throw problem('requestsAndTexts');
    return { kind: 'folders', paths };
  }
  return { kind: 'requests', files };
}

function named(text: Text, path = text.path): Text {
  return { ...text, path };
}

function problem(kind: 'inputAndFolder' | 'requestsAndTexts' | 'requestsAndMedia'): UsageError {
  return new UsageError((words) => describeUsageProblem(words, { kind }));
}
