import type { BadLine, RequestFileKind, UnseenKind, Usage } from '../../core/requests/request';
import { showNumber } from '../numbers';
import { ENGLISH } from '../words';

// Files of requests in the terminal, which is only in English.

const number = (value: number): string => showNumber(ENGLISH, value);

function counted(count: number, one: string, several: string): string {
  return `${number(count)} ${count === 1 ? one : several}`;
}

function countOfRequests(requests: number): string {
  return counted(requests, 'request', 'requests');
}

/** How many of the requests state their longest answer. */
export interface StatedOutputs {
  readonly stated: number;
  readonly all: number;
  /** Tokens of each other answer. */
  readonly assumed: number;
}

/** Above a table: "1,000 requests in batch.jsonl with 500 output tokens each, in a batch". */
export function requestsTitle(
  places: readonly string[],
  { stated, all, assumed }: StatedOutputs,
  isBatch: boolean,
): string {
  const own = 'the longest answer that each states';
  const tokens = counted(assumed, 'output token', 'output tokens');
  const others = all === 1 ? tokens : `${tokens} each`;
  const outputs = stated === all ? own : stated === 0 ? others : `${others}, or ${own}`;
  const batch = isBatch ? ', in a batch' : '';
  return `${countOfRequests(all)} in ${places.join(', ')} with ${outputs}${batch}`;
}

const KINDS: Readonly<Record<RequestFileKind, string>> = {
  request: 'a request',
  batch: 'a batch',
  requests: 'a list of requests',
  training: 'a list of examples for fine-tuning',
  transcript: 'a saved conversation',
};

/** "a batch: the content of its 1,000 requests is counted, not the JSON around it". */
export function requestsNote(kind: RequestFileKind, requests: number): string {
  const of =
    kind === 'request' || kind === 'transcript' ? '' : ` of its ${countOfRequests(requests)}`;
  return `${KINDS[kind]}: the content${of} is counted, not the JSON around it (--as text counts the file as it is)`;
}

/** "the model gpt-4o is stated (--no-stated shows the others)". */
export function statedModels(ids: readonly string[], requests: number): string {
  const names = ids.join(', ');
  return ids.length === 1
    ? `${names} is the model that ${requests === 1 ? 'the request states' : 'the requests state'} (--no-stated shows others)`
    : `the requests state ${number(ids.length)} models: each row prices all requests on one of them (--no-stated shows others)`;
}

export function unknownStatedModel(name: string): string {
  return `the model ${name}, which requests state, is not in the price table`;
}

const REASONS: Readonly<Record<BadLine['reason'], string>> = {
  notJson: 'is not JSON',
  notRequest: 'is no request that can be read',
  otherKind: 'is of another kind than most lines',
};

/** "batch.jsonl:17: is not JSON: not in the price". */
export function badLineNote(path: string, { line, reason }: BadLine): string {
  return `${path}:${line}: ${REASONS[reason]}: not in the price`;
}

export function moreBadLines(path: string, lines: number): string {
  return `${path}: ${counted(lines, 'more line is', 'more lines are')} not in the price`;
}

const UNSEEN: Readonly<Record<UnseenKind, readonly [one: string, several: string]>> = {
  image: ['picture', 'pictures'],
  audio: ['piece of audio', 'pieces of audio'],
  video: ['video', 'videos'],
  document: ['document', 'documents'],
  reference: ['reference to earlier content', 'references to earlier content'],
  other: ['other part', 'other parts'],
};

/** "the price is at least this: 3 pictures and 1 document are sent too, and not counted". */
export function unseenNote(unseen: ReadonlyMap<UnseenKind, number>): string {
  const parts = Array.from(unseen, ([kind, count]) => counted(count, ...UNSEEN[kind]));
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
  const sum = [...unseen.values()].reduce((total, count) => total + count, 0);
  return `the price is a lower limit: ${list} ${sum === 1 ? 'is' : 'are'} sent too, and not counted`;
}

/** "2 tools are counted as JSON; vendors write them in a form of their own". */
export function toolsNote(tools: number): string {
  return `${counted(tools, 'tool definition is', 'tool definitions are')} counted as JSON; vendors write them in forms of their own`;
}

export function repeatedIdsNote(ids: readonly string[], most: number): string {
  const rest = ids.length > most ? ', …' : '';
  return `ids that stand more than once: ${ids.slice(0, most).join(', ')}${rest}`;
}

/** "the provider counted 1,234 input and 56 output tokens". */
export function usageNote({ inputTokens, outputTokens }: Usage): string {
  return `the provider counted ${counted(inputTokens, 'input token', 'input tokens')} and ${counted(outputTokens, 'output token', 'output tokens')}`;
}

/** In place of a price: the table has no rates for training. */
export function trainingProblem(
  path: string,
  examples: number,
  tokens: string,
  model: string,
): string {
  return `${path}: ${counted(examples, 'example', 'examples')} for fine-tuning with ${tokens} per epoch on ${model}; the price table has no rates for training`;
}

/** Below a table of one model: "Tokens of a request: 7 at least, 8 median, 12 at 95 %, 40 at most". */
export function distributionNote({ smallest, median, high, largest }: Distribution): string {
  return `Tokens of a request: ${number(smallest)} at least, ${number(median)} median, ${number(high)} at 95 %, ${number(largest)} at most`;
}

export interface Distribution {
  readonly smallest: number;
  readonly median: number;
  /** 95 of 100 requests have no more. */
  readonly high: number;
  readonly largest: number;
}

/** "3 requests do not fit the model". */
export function misfitsNote(requests: number): string {
  return requests === 1
    ? '1 request does not fit the model'
    : `${number(requests)} requests do not fit the model`;
}
