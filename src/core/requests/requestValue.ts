import { isRecord } from '../json';
import { bodyOf, readBody, type Body } from './body';
import { readEnvelope } from './envelope';
import { hasResult } from './formats/format';
import { Draft, type JsonObject } from './parts/draft';
import type { ApiRequest, BadLine, Usage } from './request';
import { bodyOfResponse, readSaved, withAnswer } from './saved';
import { readTraining } from './training';

export type ValueKind = 'batch' | 'requests' | 'training';

/** What a line, or a value of a list, is. */
export type Reading =
  | {
      readonly kind: ValueKind;
      readonly body: Body;
      readonly id: string | undefined;
      readonly usage: Usage | undefined;
    }
  | { readonly kind: 'notJson' | 'notRequest' };

/** Values, or lines, that tell what a file is. */
export const SAMPLE_VALUES = 20;

const KINDS: readonly ValueKind[] = ['batch', 'requests', 'training'];

/**
 * What a file is, by its first values; undefined is a line that is not JSON.
 *
 * @returns undefined if less than half of them are requests of one kind, and none is of a batch.
 */
export function kindOfValues(values: readonly unknown[]): ValueKind | undefined {
  const sample = values
    .slice(0, SAMPLE_VALUES)
    .map((value) => ({ value, found: readValue(value).kind }));
  const count = (kind: ValueKind): number => sample.filter(({ found }) => found === kind).length;
  // Nothing else looks like the envelope of a batch, of which lines may be cut or damaged.
  if (count('batch') > 0) return 'batch';
  const most = KINDS.toSorted((a, b) => count(b) - count(a))[0] ?? 'batch';
  const same = sample.filter(
    ({ value, found }) => found === most || readValue(value, most).kind === most,
  );
  return same.length * 2 > sample.length ? most : undefined;
}

/** Reads a value of a file whose kind is known. @param line on which it begins. */
export function readValueAs(value: unknown, line: number, kind: ValueKind): ApiRequest | BadLine {
  const read = readValue(value, kind);
  if (!('body' in read)) return { line, reason: read.kind };
  if (read.kind !== kind) return { line, reason: 'otherKind' };
  return { ...read.body, line, id: read.id, usage: read.usage };
}

/** Whether what was read is no request. */
export function isBadLine(read: ApiRequest | BadLine): read is BadLine {
  return 'reason' in read;
}

/** @param expected what most lines of the file are: a conversation without a model may be a request or an example. */
function readValue(value: unknown, expected: ValueKind = 'training'): Reading {
  if (value === undefined) return { kind: 'notJson' };
  const saved = readSaved(value);
  const read = readCall(saved?.call ?? value, expected);
  const response = 'body' in read ? undefined : bodyOfResponse(value, saved);
  if (response && isRecord(value)) return readResponse(value, response, saved?.usage);
  if (!saved || !('body' in read)) return read;
  return { ...read, body: withAnswer(read.body, saved), usage: saved.usage };
}

function readCall(value: unknown, expected: ValueKind): Reading {
  const enveloped = readEnvelope(value);
  if (enveloped) return reading('batch', enveloped.body, enveloped.id);
  const bare = expected === 'requests' ? readBare(value) : undefined;
  if (bare) return reading('requests', bare);
  const example = readTraining(value);
  return example ? reading('training', example) : reading('requests', readBare(value));
}

/** The output of a batch names each request as its input does. */
function readResponse(value: JsonObject, body: Body, usage: Usage | undefined): Reading {
  const id = value['custom_id'];
  const isOfBatch = typeof id === 'string';
  return { kind: isOfBatch ? 'batch' : 'requests', body, id: isOfBatch ? id : undefined, usage };
}

function reading(kind: ValueKind, body: Body | undefined, id?: string): Reading {
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
