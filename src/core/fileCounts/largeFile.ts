import { RequestsCount } from '../estimate/counts/requests';
import { detectEncoding } from '../files/bytes';
import type { FileKind } from '../files/sentText';
import { FactsSum } from '../requests/many/factsSum';
import { LineSplitter, type Line } from '../requests/many/lineSplitter';
import { isTranscript, kindOfLines, readLineAs } from '../requests/lines';
import { isBadLine, SAMPLE_VALUES, type ValueKind } from '../requests/requestValue';
import { canHoldRequests, hasLines, looksLikeRequests } from '../requestHint';
import type { Sliced } from '../scheduling/sliced';
import type { Slices } from '../scheduling/slices';
import { fileOfRequests, type FileCount, type FileCounters } from './fileCount';
import { PiecesCount } from './pieces';

/** A file that is read in ranges, and is never in memory as a whole. */
export interface LargeFile extends FileKind {
  /** Its bytes from the start, a range at a time. */
  readonly read: () => AsyncIterable<Uint8Array>;
  /** False: it is counted as a text, also if it holds API requests. */
  readonly countsRequests: boolean;
  /** Whether it is counted if it is a text. */
  readonly countsText: boolean;
}

export interface LargeFileHost extends FileCounters {
  readonly slices: Slices;
  readonly signal: AbortSignal;
  /** So many bytes are counted. */
  readonly progress: (bytes: number) => void;
}

/** What a large file is counted as, or why it is not counted. */
export type LargeFileCount = FileCount | 'binary' | 'tooLarge';

/**
 * Counts a file in ranges: a file of requests line by line, another text in pieces.
 *
 * @returns undefined if aborted.
 */
export async function countLargeFile(
  file: LargeFile,
  host: LargeFileHost,
): Promise<LargeFileCount | undefined> {
  const sample = file.countsRequests ? await firstLines(file) : [];
  if (sample === 'binary') return 'binary';
  const kind = kindOfLines(sample);
  if (kind !== undefined) return countLines(file, host, kind);
  return file.countsText ? countPieces(file, host, isTranscript(sample)) : 'tooLarge';
}

/** Empty, if neither its name nor its beginning tells of lines of requests. */
async function firstLines(file: LargeFile): Promise<readonly string[] | 'binary'> {
  const splitter = new LineSplitter();
  const first: string[] = [];
  for await (const piece of decoded(file)) {
    if (piece === 'binary') return piece;
    if (piece.isFirst && !hasLines(file) && !mayHaveLines(piece.text, file)) return [];
    for (const { content } of splitter.push(piece.text)) first.push(content);
    if (first.length >= SAMPLE_VALUES) return first.slice(0, SAMPLE_VALUES);
  }
  for (const { content } of splitter.end()) first.push(content);
  return first;
}

/** One JSON value without line ends would be in memory as a whole. */
function mayHaveLines(start: string, file: LargeFile): boolean {
  return start.includes('\n') && canHoldRequests(file, start);
}

async function countLines(
  file: LargeFile,
  host: LargeFileHost,
  kind: ValueKind,
): Promise<LargeFileCount | undefined> {
  const splitter = new LineSplitter();
  const count = new RequestsCount(host.groups, host.counters);
  const facts = new FactsSum(kind);
  const add = async (lines: Iterable<Line>): Promise<unknown> =>
    host.slices.run(addLines(lines, kind, count, facts), host.signal);
  for await (const piece of decoded(file)) {
    if (piece === 'binary') return piece;
    await add(splitter.push(piece.text));
    if (host.signal.aborted) return undefined;
    host.progress(piece.bytes);
  }
  await add(splitter.end());
  if (host.signal.aborted) return undefined;
  return fileOfRequests(count.counted(), facts.facts);
}

function* addLines(
  lines: Iterable<Line>,
  kind: ValueKind,
  count: RequestsCount,
  facts: FactsSum,
): Sliced<void> {
  for (const line of lines) {
    const read = readLineAs(line, kind);
    if (isBadLine(read)) facts.addBadLine(read);
    else {
      facts.add(read);
      yield* count.add(read);
    }
    yield;
  }
}

async function countPieces(
  file: LargeFile,
  host: LargeFileHost,
  isConversation: boolean,
): Promise<LargeFileCount | undefined> {
  const count = new PiecesCount(host, file.languageId);
  let form: FileCount['form'] = isConversation ? 'requestsAsText' : undefined;
  for await (const piece of decoded(file)) {
    if (piece === 'binary') return piece;
    // One JSON value of this size is not parsed: its parts would be in memory as a whole.
    if (piece.isFirst && file.countsRequests && looksLikeRequests(piece.text, file))
      form = 'requestsAsText';
    const isCounted = await host.slices.run(count.add(piece.text), host.signal);
    if (isCounted === undefined) return undefined;
    if (!isCounted) return 'tooLarge';
    host.progress(piece.bytes);
  }
  const counts = await host.slices.run(count.end(), host.signal);
  return counts && { counts, form };
}

interface DecodedPiece {
  readonly text: string;
  /** Bytes read so far. */
  readonly bytes: number;
  readonly isFirst: boolean;
}

/** The text of a file without its byte order mark; invalid bytes become U+FFFD. UTF-8, if nothing tells another one. */
async function* decoded({ read }: LargeFile): AsyncGenerator<DecodedPiece | 'binary', void> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let bytes = 0;
  for await (const range of read()) {
    const encoding = decoder ? 'known' : detectEncoding(range);
    if (encoding === 'binary') return void (yield 'binary');
    const isFirst = !decoder;
    decoder ??= new TextDecoder(encoding === 'unknown' || encoding === 'known' ? 'utf8' : encoding);
    bytes += range.length;
    yield { text: decoder.decode(range, { stream: true }), bytes, isFirst };
  }
  yield { text: decoder?.decode() ?? '', bytes, isFirst: false };
}
