import type { RequestFacts } from '../../core/requests/facts';
import type { Scenario } from '../../core/scenario/scenario';
import type { BadLine } from '../../core/requests/request';
import { showNumber } from '../numbers';
import { whyBadLine } from '../requests/lines';
import { countOfServers } from '../requests/servers';
import { requestNotes } from '../requests/notes';
import { countOfRequests } from '../views/requestCount';
import { ENGLISH } from '../words';

// Files of requests in the terminal, which is only in English.

const number = (value: number): string => showNumber(ENGLISH, value);

function counted(count: number, one: string, several: string): string {
  return `${number(count)} ${count === 1 ? one : several}`;
}

/** What is said of a file of requests, and how it is counted otherwise. */
export function describeRequests(facts: RequestFacts): readonly string[] {
  const [kind = '', ...others] = requestNotes(ENGLISH, facts);
  return [`${kind} (--as text counts the file as it is)`, ...others];
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
  return `${countOfRequests(ENGLISH, all)} in ${places.join(', ')} with ${outputs}${batch}`;
}

/** Above a table: "One call with the tools of 2 MCP servers in mcp.json". */
export function serversTitle(places: readonly string[], servers: number): string {
  return `one call with the tools of ${countOfServers(ENGLISH, servers)} in ${places.join(', ')}`;
}

/** In place of a table: no server has its tools in the file. */
export function unknownServers(path: string, notes: readonly string[]): string {
  return `${path}: ${notes.join('; ')}`;
}

/**
 * Above a table: "One call with each of 12 files in docs, or with each request in them, and 500 output tokens", "One call
 * with 11 files in docs together, one with each request in the others, and 500 output tokens".
 *
 * @param files with requests; those that are together are without.
 */
export function describeMixedFiles(
  files: number,
  places: readonly string[],
  areTogether: boolean,
  { outputTokens }: Pick<Scenario, 'outputTokens'>,
): string {
  const tokens = counted(outputTokens, 'output token', 'output tokens');
  const inPlaces = `${counted(files, 'file', 'files')} in ${places.join(', ')}`;
  if (!areTogether)
    return `One call with each of ${inPlaces}, or with each request in them, and ${tokens}`;
  const one = files === 1 ? inPlaces : `${inPlaces} together`;
  return `One call with ${one}, one with each request in the others, and ${tokens}`;
}

/** How many requests name models of the price table. */
export interface StatedModels {
  readonly ids: readonly string[];
  readonly requests: number;
  readonly all: number;
}

/** "gpt-4o is the model that the requests state (--no-stated shows others)". */
export function statedModels({ ids, requests, all }: StatedModels): string {
  const names = ids.join(', ');
  if (ids.length === 1 && requests < all)
    return `${names} is the model that ${number(requests)} of ${number(all)} requests ${requests === 1 ? 'states' : 'state'}, and prices all of them (--no-stated shows others)`;
  return ids.length === 1
    ? `${names} is the model that ${all === 1 ? 'the request states' : 'the requests state'} (--no-stated shows others)`
    : `the requests state ${number(ids.length)} models, and each is priced on its own (--model ID prices all on one, --no-stated compares models)`;
}

/** Where the others are priced on their own models. */
export function withoutModel(requests: number): string {
  return `${counted(requests, 'request names', 'requests name')} no model of the price table and ${requests === 1 ? 'is' : 'are'} not in the sum (--model ID prices all on one)`;
}

/** "batch.jsonl: its requests name 2 models: --file-models prices each on its own". */
export function severalModelsNote(path: string, models: number): string {
  return `${path}: its requests name ${number(models)} models: --file-models prices each on its own`;
}

/** Where others of the file name models that the table has. */
export function onGivenModel(requests: number, id: string): string {
  return `${counted(requests, 'request names', 'requests name')} no model of the price table and ${requests === 1 ? 'is' : 'are'} priced on ${id}`;
}

/** Unknown models that are named; the others are counted. */
const MAX_UNKNOWN = 10;

/** "the model no-such, which requests state, is not in the price table". */
export function unknownStatedModels(names: readonly string[]): readonly string[] {
  const more = names.length - MAX_UNKNOWN;
  return [
    ...names
      .slice(0, MAX_UNKNOWN)
      .map((name) => `the model ${name}, which requests state, is not in the price table`),
    ...(more > 0
      ? [
          `${counted(more, 'more model that requests state is', 'more models that requests state are')} not in the price table`,
        ]
      : []),
  ];
}

/** "batch.jsonl:17: is not JSON: not in the price". */
export function badLineNote(path: string, { line, reason }: BadLine): string {
  return `${path}:${line}: ${whyBadLine(ENGLISH, reason)}: not in the price`;
}

export function moreBadLines(path: string, lines: number): string {
  return `${path}: ${counted(lines, 'more line is', 'more lines are')} not in the price`;
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

/** Where batches are named together with other files. */
export function mixedBatchNote(): string {
  return 'not all files are batches: all requests have the price of single calls; name the batches alone for their price';
}
