import { isRecord } from '../../json';
import type { Sliced } from '../../scheduling/sliced';
import { IdsSeen } from './idsSeen';
import { isBadLine, kindOfValues, readValueAs } from '../requestValue';
import { objectsAt } from './objects';
import type { ApiRequest, BadLine, RequestFile } from '../request';
import { valueAt } from '../parts/values';

/** A list of requests in a JSON file. */
interface List {
  readonly values: readonly unknown[];
  /** Objects and lists around each request. */
  readonly depth: number;
}

/** Where JSON files have a list of requests. */
const PLACES: readonly (readonly string[])[] = [
  // https://docs.anthropic.com/en/api/creating-message-batches
  // https://ai.google.dev/api/embeddings#method:-models.batchembedcontents
  ['requests'],
  // https://ai.google.dev/gemini-api/docs/batch-api#inline-requests
  ['batch', 'input_config', 'requests', 'requests'],
  ['batch', 'inputConfig', 'requests', 'requests'],
];

/**
 * Reads a JSON file that holds a list of requests: `[{ "model": …, "messages": … }]`, or the call that makes a batch.
 *
 * @returns undefined if it holds none.
 */
export function* readList(value: unknown, text: string): Sliced<RequestFile | undefined> {
  const list = findList(value);
  const kind = list && kindOfValues(list.values);
  if (!list || kind === undefined) return undefined;
  const objects = yield* objectsAt(text, list.depth);
  // Other lists at the same depth make it uncertain which object is which.
  const known = objects.length === list.values.length ? objects : [];
  const requests: ApiRequest[] = [];
  const badLines: BadLine[] = [];
  const ids = new IdsSeen();
  for (const [index, each] of list.values.entries()) {
    const read = readValueAs(each, known[index]?.line ?? 1, kind);
    if (isBadLine(read)) badLines.push(read);
    else {
      requests.push(read);
      ids.add(read.id);
    }
    yield;
  }
  return { kind, requests, badLines, repeatedIds: ids.repeated };
}

function findList(value: unknown): List | undefined {
  if (Array.isArray(value)) return value.length > 0 ? { values: value, depth: 1 } : undefined;
  if (!isRecord(value)) return undefined;
  for (const path of PLACES) {
    const values = valueAt(value, path);
    if (Array.isArray(values) && values.length > 0) return { values, depth: path.length + 1 };
  }
  return undefined;
}
