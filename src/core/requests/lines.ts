import { isRecord, parseJson } from '../json';
import { SLICE_WORK, type Sliced } from '../scheduling/sliced';
import { bodyOf, readBody, type Body } from './body';
import { readEnvelope } from './envelope';
import { hasResult } from './formats/format';
import { maxOutputTokensOf, modelNameOf } from './limits';
import { Draft, type JsonObject } from './parts/draft';
import type { ApiRequest, BadLine, RequestFile, Usage } from './request';
import { IdsSeen } from './idsSeen';
import { readTraining } from './training';
import { readUsage } from './usage';

export type LinesKind = 'batch' | 'requests' | 'training';

/** What a line is. */
export type Reading =
  | {
      readonly kind: LinesKind;
      readonly body: Body;
      readonly id: string | undefined;
      readonly usage: Usage | undefined;
    }
  | { readonly kind: 'notJson' | 'notRequest' };

/** Lines that tell what a file is. */
export const SAMPLE_LINES = 20;

/** JSON is parsed much faster than texts are counted. */
const SLICE_LENGTH = 8 * SLICE_WORK;

const KINDS: readonly LinesKind[] = ['batch', 'requests', 'training'];

/** @returns undefined if less than half of the first lines are requests of one kind, and none is of a batch. */
export function* readLines(text: string): Sliced<RequestFile | undefined> {
  const kind = kindOfLines(yield* firstLines(text));
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

/** Reads a line of a file whose kind is known. */
export function readLineAs({ line, content }: Line, kind: LinesKind): ApiRequest | BadLine {
  const read = readLine(content, kind);
  if (!('body' in read)) return { line, reason: read.kind };
  if (read.kind !== kind) return { line, reason: 'otherKind' };
  return { ...read.body, line, id: read.id, usage: read.usage };
}

/** Whether a line that was read is no request. */
export function isBadLine(read: ApiRequest | BadLine): read is BadLine {
  return 'reason' in read;
}

/** @param expected what most lines of the file are: a conversation without a model may be a request or an example. */
export function readLine(line: string, expected: LinesKind = 'training'): Reading {
  const value = parseJson(line);
  if (value === undefined) return { kind: 'notJson' };
  const enveloped = readEnvelope(value);
  if (enveloped) return reading('batch', enveloped.body, value, enveloped.id);
  const bare = expected === 'requests' ? readBare(value) : undefined;
  if (bare) return reading('requests', bare, value);
  const example = readTraining(value);
  return example
    ? reading('training', example, value)
    : reading('requests', readBare(value), value);
}

function reading(kind: LinesKind, body: Body | undefined, value: unknown, id?: string): Reading {
  if (!body) return { kind: 'notRequest' };
  return { kind, body, id, usage: isRecord(value) ? readUsage(value) : undefined };
}

/** A body, a plain text, or `{ "prompt": "…" }` with whatever else a data set has. */
function readBare(value: unknown): Body | undefined {
  if (typeof value === 'string') return plain(value);
  const body = readBody(value);
  if (body || !isRecord(value) || hasResult(value)) return body;
  return typeof value['prompt'] === 'string' ? plain(value['prompt'], value) : undefined;
}

function plain(text: string, call: JsonObject = {}): Body {
  const draft = new Draft();
  draft.addText(text);
  return bodyOf(draft, true, modelNameOf(call), maxOutputTokensOf(call));
}

function* firstLines(text: string): Sliced<readonly string[]> {
  const first: string[] = [];
  for (const line of linesOf(text)) {
    yield;
    if (line) first.push(line.content);
    if (first.length === SAMPLE_LINES) break;
  }
  return first;
}

/**
 * What a file is, by its first lines that are not empty.
 *
 * @returns undefined if less than half of them are requests of one kind, and none is of a batch.
 */
export function kindOfLines(lines: readonly string[]): LinesKind | undefined {
  const sample = lines.map((content) => ({ content, found: readLine(content).kind }));
  const count = (kind: LinesKind): number => sample.filter(({ found }) => found === kind).length;
  // Nothing else looks like the envelope of a batch, of which lines may be cut or damaged.
  if (count('batch') > 0) return 'batch';
  const most = KINDS.toSorted((a, b) => count(b) - count(a))[0] ?? 'batch';
  const same = sample.filter(
    ({ content, found }) => found === most || readLine(content, most).kind === most,
  );
  return same.length * 2 > sample.length ? most : undefined;
}

export interface Line {
  /** From 1. */
  readonly line: number;
  readonly content: string;
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
