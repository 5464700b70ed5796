import { LARGEST_TEXT_MB } from '../../core/files/scanned/limits';
import type { ExportedLine } from '../../core/export/report';
import type { RequestFacts } from '../../core/requests/facts';
import type { Scenario } from '../../core/scenario/scenario';
import { outputTokens as outputTokensOf, unitWith } from '../call';
import { counted } from '../language/forms';
import { commas, inBrackets, semicolons } from '../language/lists';
import { showNumber } from '../numbers';
import { whyBadLine } from '../requests/lines';
import { requestNotes } from '../requests/notes';
import { countOfServers } from '../requests/servers';
import { requestsIn } from '../views/requestCount';
import { about, type Words } from '../words';

// Files of requests in the terminal.

/** What is said of a file of requests, and how it is counted otherwise. */
export function describeRequests(words: Words, facts: RequestFacts): readonly string[] {
  const { l10n } = words;
  const [kind = '', ...others] = requestNotes(words, facts);
  return [inBrackets(words, kind, l10n.t('--as text counts the file as it is')), ...others];
}

/** How many of the requests state their longest answer. */
export interface StatedOutputs {
  readonly stated: number;
  /** Saved calls, whose answer the provider has counted; they are among those that state one. */
  readonly recorded: number;
  readonly all: number;
  /** Tokens of each other answer. */
  readonly assumed: number;
}

/** Above a table: "1,000 requests in batch.jsonl with 500 output tokens each, in a batch". */
export function requestsTitle(
  words: Words,
  places: readonly string[],
  outputs: StatedOutputs,
  isBatch: boolean,
): string {
  const { l10n } = words;
  const requests = requestsIn(words, outputs.all, commas(words, places));
  const title = unitWith(words, requests, describeOutputs(words, outputs));
  return isBatch ? l10n.t('{0}, in a batch', title) : title;
}

function describeOutputs(words: Words, { stated, recorded, all, assumed }: StatedOutputs): string {
  const { l10n } = words;
  if (recorded > 0 && recorded === stated && stated === all) {
    return l10n.t('the answer that the provider counted');
  }
  const tokens = outputTokensOf(words, assumed);
  if (stated === all) return l10n.t('the longest answer that each states');
  const others = all === 1 ? tokens : l10n.t('{0} each', tokens);
  return stated === 0 ? others : l10n.t('{0}, or the longest answer that each states', others);
}

/** Above a table: "One call with the tools of 2 MCP servers in mcp.json". */
export function serversTitle(words: Words, places: readonly string[], servers: number): string {
  const { l10n } = words;
  const names = commas(words, places);
  return l10n.t('one call with the tools of {0} in {1}', countOfServers(words, servers), names);
}

/** In place of a table: no server has its tools in the file. */
export function unknownServers(words: Words, path: string, notes: readonly string[]): string {
  return about(words, path, semicolons(words, notes));
}

/**
 * Above a table: "One call with each of 12 files in docs, or with each request in them, and 500 output tokens", "One call
 * with 11 files in docs together, one with each request in the others, and 500 output tokens".
 *
 * @param files with requests; those that are together are without.
 */
export function describeMixedFiles(
  words: Words,
  files: number,
  places: readonly string[],
  areTogether: boolean,
  { outputTokens }: Pick<Scenario, 'outputTokens'>,
): string {
  const { l10n } = words;
  const forms = areTogether
    ? l10n.t(
        '[one]One call with {0} file in {1}, one with each request in the others, and {2}[other]One call with {0} files in {1} together, one with each request in the others, and {2}',
      )
    : l10n.t(
        '[one]One call with {0} file in {1}, or with each request in it, and {2}[other]One call with each of {0} files in {1}, or with each request in them, and {2}',
      );
  const tokens = outputTokensOf(words, outputTokens);
  return counted(words, files, forms, showNumber(words, files), commas(words, places), tokens);
}

/** How many requests name models of the price table. */
export interface StatedModels {
  readonly ids: readonly string[];
  readonly requests: number;
  readonly all: number;
}

/** "gpt-4o is the model that the requests state (--no-stated shows others)". */
export function statedModels(words: Words, { ids, requests, all }: StatedModels): string {
  const { l10n } = words;
  if (ids.length > 1) {
    return counted(
      words,
      ids.length,
      l10n.t(
        '[other]the requests state {0} models, and each is priced on its own (--model ID prices all on one, --no-stated compares models)',
      ),
      showNumber(words, ids.length),
    );
  }
  const [name = ''] = ids;
  return requests < all
    ? counted(
        words,
        requests,
        l10n.t(
          '[one]{0} is the model that {1} of {2} requests states, and prices all of them (--no-stated shows others)[other]{0} is the model that {1} of {2} requests state, and prices all of them (--no-stated shows others)',
        ),
        name,
        showNumber(words, requests),
        showNumber(words, all),
      )
    : counted(
        words,
        all,
        l10n.t(
          '[one]{0} is the model that the request states (--no-stated shows others)[other]{0} is the model that the requests state (--no-stated shows others)',
        ),
        name,
      );
}

/** Where the others are priced on their own models. */
export function withoutModel(words: Words, requests: number): string {
  const { l10n } = words;
  const forms = l10n.t(
    '[one]{0} request names no model of the price table and is not in the sum (--model ID prices all on one)[other]{0} requests name no model of the price table and are not in the sum (--model ID prices all on one)',
  );
  return counted(words, requests, forms, showNumber(words, requests));
}

/** "batch.jsonl: its requests name 2 models: --file-models prices each on its own". */
export function severalModelsNote(words: Words, path: string, models: number): string {
  const { l10n } = words;
  const forms = l10n.t(
    '[other]{0}: its requests name {1} models: --file-models prices each on its own',
  );
  return counted(words, models, forms, path, showNumber(words, models));
}

/** Names of models that fit into a line. */
const MOST_NAMED = 3;

/** "batch.jsonl: its requests name gpt-4o, which is known only once …: they are compared on the models that are listed". */
export function comparedModelsNote(words: Words, path: string, names: readonly string[]): string {
  const { l10n } = words;
  const models = [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ['…'] : [])];
  return l10n.t(
    '{0}: its requests name {1}, which is known only once a folder, or a file over {2} MB, is read: they are compared on the models that are listed (--file-models prices each on its own, --model ID all on one)',
    path,
    commas(words, models),
    showNumber(words, LARGEST_TEXT_MB),
  );
}

/** Where others of the file name models that the table has. */
export function onGivenModel(words: Words, requests: number, id: string): string {
  const { l10n } = words;
  const forms = l10n.t(
    '[one]{0} request names no model of the price table and is priced on {1}[other]{0} requests name no model of the price table and are priced on {1}',
  );
  return counted(words, requests, forms, showNumber(words, requests), id);
}

/** Unknown models that are named; the others are counted. */
const MAX_UNKNOWN = 10;

/** "the model no-such, which requests state, is not in the price table". */
export function unknownStatedModels(words: Words, names: readonly string[]): readonly string[] {
  const { l10n } = words;
  const more = names.length - MAX_UNKNOWN;
  const forms = l10n.t(
    '[one]{0} more model that requests state is not in the price table[other]{0} more models that requests state are not in the price table',
  );
  return [
    ...names
      .slice(0, MAX_UNKNOWN)
      .map((name) =>
        l10n.t('the model {0}, which requests state, is not in the price table', name),
      ),
    ...(more > 0 ? [counted(words, more, forms, showNumber(words, more))] : []),
  ];
}

/** "batch.jsonl:17: is not JSON: not in the price". */
export function badLineNote(
  words: Words,
  path: string,
  { line, reason }: Pick<ExportedLine, 'line' | 'reason'>,
): string {
  const { l10n } = words;
  return l10n.t('{0}: {1}: not in the price', `${path}:${line}`, whyBadLine(words, reason));
}

export function moreBadLines(words: Words, path: string, lines: number): string {
  const { l10n } = words;
  const forms = l10n.t(
    '[one]{0}: {1} more line is not in the price[other]{0}: {1} more lines are not in the price',
  );
  return counted(words, lines, forms, path, showNumber(words, lines));
}

/** In place of a price: the table has no rates for training. */
export function trainingProblem(
  words: Words,
  path: string,
  examples: number,
  tokens: string,
  model: string,
): string {
  const { l10n } = words;
  const forms = l10n.t(
    '[one]{0}: {1} example for fine-tuning with {2} per epoch on {3}; the price table has no rates for training[other]{0}: {1} examples for fine-tuning with {2} per epoch on {3}; the price table has no rates for training',
  );
  return counted(words, examples, forms, path, showNumber(words, examples), tokens, model);
}

/** Where batches are named together with other files: "the requests in a.jsonl have the price of a batch, …". */
export function mixedBatchNote(words: Words, batches: readonly string[]): string {
  const { l10n } = words;
  return l10n.t(
    'the requests in {0} have the price of a batch, the others that of single calls',
    commas(words, batches),
  );
}

/** Above a table: "3 examples for fine-tuning in train.jsonl, each once". */
export function examplesTitle(words: Words, places: readonly string[], examples: number): string {
  const { l10n } = words;
  const forms = l10n.t(
    '[one]{0} example for fine-tuning in {1}, once[other]{0} examples for fine-tuning in {1}, each once',
  );
  return counted(words, examples, forms, showNumber(words, examples), commas(words, places));
}
