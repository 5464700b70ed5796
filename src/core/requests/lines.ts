import { parseJson } from '../json';
import { SLICE_WORK, type Sliced } from '../scheduling/sliced';
import { IdsSeen } from './many/idsSeen';
import type { Line } from './many/lineSplitter';
import { areOfTranscript, readTranscript } from './many/transcript';
import {
  isBadLine,
  kindOfValues,
  readValueAs,
  SAMPLE_VALUES,
  type ValueKind,
} from './requestValue';
import type { ApiRequest, BadLine, RequestFile } from './request';

/** JSON is parsed much faster than texts are counted. */
const SLICE_LENGTH = 8 * SLICE_WORK;

/**
 * Lines of requests, or those of one conversation.
 *
 * @returns undefined if less than half of the first lines are requests of one kind, and none is of a batch.
 */
export function* readLines(text: string): Sliced<RequestFile | undefined> {
  const first = yield* firstLines(text);
  if (isTranscript(first)) return yield* readTranscript(linesOf(text));
  const kind = kindOfLines(first);
  if (kind === undefined) return undefined;
  const requests: ApiRequest[] = [];
  const badLines: BadLine[] = [];
  for (const line of linesOf(text)) {
    if (!line) {
      yield;
      continue;
    }
    const read = readLineAs(line, kind);
    if (isBadLine(read)) badLines.push(read);
    else requests.push(read);
  }
  const ids = new IdsSeen();
  for (const { id } of requests) ids.add(id);
  return { kind, requests, badLines, repeatedIds: ids.repeated };
}

function* firstLines(text: string): Sliced<readonly string[]> {
  const first: string[] = [];
  for (const line of linesOf(text)) {
    yield;
    if (line) first.push(line.content);
    if (first.length === SAMPLE_VALUES) break;
  }
  return first;
}

/** Reads a line of a file whose kind is known. */
export function readLineAs({ line, content }: Line, kind: ValueKind): ApiRequest | BadLine {
  return readValueAs(parseJson(content), line, kind);
}

/** Whether the first lines of a file are those of one conversation. */
export function isTranscript(lines: readonly string[]): boolean {
  return areOfTranscript(lines.map(parseJson));
}

/** What a file is, by its first lines that are not empty. @returns undefined if it holds no requests. */
export function kindOfLines(lines: readonly string[]): ValueKind | undefined {
  return kindOfValues(lines.map(parseJson));
}

/** The lines that are not empty; undefined whenever a slice of work is done. */
function* linesOf(text: string): Generator<Line | undefined> {
  let [line, start, sliceStart] = [0, 0, 0];
  while (start < text.length) {
    line++;
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const content = text.slice(start, end);
    if (/\S/.test(content)) yield { line, content };
    start = end + 1;
    if (start - sliceStart < SLICE_LENGTH) continue;
    yield undefined;
    sliceStart = start;
  }
}
