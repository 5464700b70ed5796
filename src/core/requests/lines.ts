import { isRecord, parseJson } from '../json';
import { SLICE_WORK, type Sliced } from '../scheduling/sliced';
import { bodyOf, readBody, type Body } from './body';
import { readEnvelope } from './envelope';
import { hasResult } from './formats/format';
import { Draft, type JsonObject } from './parts/draft';
import type { ApiRequest, BadLine, RequestFile, Usage } from './request';
import { readSaved, withAnswer } from './saved';
import { readTraining } from './training';

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
const SAMPLE_LINES = 20;

/** JSON is parsed much faster than texts are counted. */
const SLICE_LENGTH = 8 * SLICE_WORK;

const KINDS: readonly LinesKind[] = ['batch', 'requests', 'training'];

/** @returns undefined if less than half of the first lines are requests of one kind, and none is of a batch. */
export function* readLines(text: string): Sliced<RequestFile | undefined> {
  const kind = yield* sampleKind(text);
  if (kind === undefined) return undefined;
  const requests: ApiRequest[] = [];
  const badLines: BadLine[] = [];
  for (const line of linesOf(text)) {
    if (line) addLine(line, kind, requests, badLines);
    else yield;
  }
  return { kind, requests, badLines, repeatedIds: repeatedIds(requests) };
}

function addLine(
  { line, content }: Line,
  kind: LinesKind,
  requests: ApiRequest[],
  badLines: BadLine[],
): void {
  const read = readLine(content, kind);
  if (!('body' in read)) badLines.push({ line, reason: read.kind });
  else if (read.kind === kind)
    requests.push({ ...read.body, line, id: read.id, usage: read.usage });
  else badLines.push({ line, reason: 'otherKind' });
}

/** @param expected what most lines of the file are: a conversation without a model may be a request or an example. */
export function readLine(line: string, expected: LinesKind = 'training'): Reading {
  const value = parseJson(line);
  if (value === undefined) return { kind: 'notJson' };
  const saved = readSaved(value);
  const read = readValue(saved?.call ?? value, expected);
  if (!saved || !('body' in read)) return read;
  return { ...read, body: withAnswer(read.body, saved), usage: saved.usage };
}

function readValue(value: unknown, expected: LinesKind): Reading {
  const enveloped = readEnvelope(value);
  if (enveloped) return reading('batch', enveloped.body, enveloped.id);
  const bare = expected === 'requests' ? readBare(value) : undefined;
  if (bare) return reading('requests', bare);
  const example = readTraining(value);
  return example ? reading('training', example) : reading('requests', readBare(value));
}

function reading(kind: LinesKind, body: Body | undefined, id?: string): Reading {
  return body ? { kind, body, id, usage: undefined } : { kind: 'notRequest' };
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
  return bodyOf(draft, true, call);
}

function* sampleKind(text: string): Sliced<LinesKind | undefined> {
  const sample: { readonly content: string; readonly found: Reading['kind'] }[] = [];
  for (const line of linesOf(text)) {
    yield;
    if (line) sample.push({ content: line.content, found: readLine(line.content).kind });
    if (sample.length === SAMPLE_LINES) break;
  }
  const count = (kind: LinesKind): number => sample.filter(({ found }) => found === kind).length;
  // Nothing else looks like the envelope of a batch, of which lines may be cut or damaged.
  if (count('batch') > 0) return 'batch';
  const most = KINDS.toSorted((a, b) => count(b) - count(a))[0] ?? 'batch';
  const same = sample.filter(
    ({ content, found }) => found === most || readLine(content, most).kind === most,
  );
  return same.length * 2 > sample.length ? most : undefined;
}

interface Line {
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

function repeatedIds(requests: readonly ApiRequest[]): readonly string[] {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  for (const { id } of requests) {
    if (id === undefined) continue;
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return [...repeated];
}
