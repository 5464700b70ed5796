import { LARGEST_TEXT_MB } from '../../core/files/scanned/limits';
import { TEAM_FILE_NAME } from '../../core/team/fileName';
import { ENCODINGS } from '../../core/tokens/encodings';
import type { PriceSource } from '../../core/export/report';
import { agreeingSources } from '../../core/pricing/trust';
import { visibleText } from '../../core/figures/visibleText';
import { describeAssumedCall } from '../call';
import { noModelMatches } from '../comparison';
import type { Unresolved } from '../../core/pricing/names/resolution';
import { describeUnresolved } from '../models/names';
import { showConversion, showNumber } from '../numbers';
import { notInstant } from '../problems';
import { describeOptions } from '../scenario/options';
import { noPermission, skipReason } from '../views/files';
import { describeOrigin, priceOf } from '../trust';
import { ENGLISH, type Words } from '../words';
import type { SkipReason } from '../../core/files/scanned/content';
import { completeScenario, type Scenario } from '../../core/scenario/scenario';

// The terminal program, which is only in English.

export const USAGE = `Tokens and cost of a text at every LLM provider.

  api-spend estimate FILE|FOLDER... [--model ID]... [--at DAY] [--format FORMAT] [assumptions]
  api-spend count (--model ID | --encoding NAME) [--jsonl]

estimate   prices one call with the text of each file, cheapest model first
           (- is standard input); a folder is all of its files but those that .gitignore
           and files.exclude leave out; of a notebook the cells are counted, of a prompt file
           what is sent; a JSON file of a request, and JSONL of requests or a batch, are priced
           request by request, by the content of their messages
count      counts the tokens of standard input; with --jsonl, each line is a JSON string
           and gets its own count; how an estimated count was made, and its range, go to
           standard error

--model ID            only this model (provider/model, or the model alone if it is unique)
--find WORDS          only the models with these words, such as "llama groq"
--all                 every model in the table, also other hosts and models no longer sold,
                      instead of the ten cheapest of those that vendors sell now
--as each|one|text    one call with each file, or with each request in a file of requests (standard);
                      one call with all files together; or one call with each file's text as it is
--headers none|path|xml
                      with --as one: what stands between the files; nothing (standard), or what
                      files-to-prompt writes: path and dashes, or the XML of its --cxml
--file-models         each prompt file on the model, and with the longest answer, that it names, and each
                      request in files of requests on its model; what names none is priced on the
                      one of --model
--values FILE         templates with the values of a JSON file: an object by the names of placeholders,
                      or a list of them, of which the mean is priced; over what is found beside a template
--no-samples          without the values in NAME.sample.json and in the front matter of templates
--no-stated           without the model, the longest answers and the batch that requests state
--cache-break-even    from how many calls, or turns of a conversation, writing the prompt to the cache
                      pays, and from which hit rate; also told where a cache is assumed
--stable-beginning    as the cached share: a template up to its first placeholder, or the tools and the
                      system prompt of one request
--at DAY              at the prices of a day (2025-01-27) or an instant in UTC
                      (2025-02-26T16:30:00Z); default now
--prices FILE         with a newer price table; prices that the bundled one checked later stay
--settings FILE       with the prices and the currency of a VS Code settings.json
--config FILE         with the prices, assumptions, budgets and pinned models of this file, instead of
                      the .api-spend.json that is found upwards from the files; options and --settings
                      take precedence over it
--no-config           without any .api-spend.json
--encoding NAME       one of ${ENCODINGS.join(', ')}
--format FORMAT       a report as csv, json or markdown instead of a table (docs/exports.md)
--json                the estimates alone as JSON, amounts in US dollars as decimal strings; each file
                      is written as soon as it is counted (docs/exports.md)

Assumptions:
${describeOptions()}
Exit status:
  0  standard output is complete, or what reads it has closed it
  2  an option is wrong, or a file cannot be counted: the last line on standard error says which;
     standard output is empty, or with --json ends within the document
`;

/** Above a table: "one call with letter.md and 500 output tokens, 1 USD = 0.93 EUR (2026-11-01)". */
export function tableTitle(words: Words, about: string): string {
  return [visibleText(about), ...showConversion(words)].join(', ');
}

/** Whether each file or request is a call of its own, all files are one, or each file is a call with its text as it is. */
export type FilesAs = 'each' | 'one' | 'text';

/** "one call with each of 34 files in docs and 500 output tokens", "one call with 34 files in docs together …". */
export function describeAssumedFiles(
  files: number,
  places: readonly string[],
  as: FilesAs,
  scenario: Scenario,
): string {
  const subject = describeFiles(files, places, as);
  return describeAssumedCall(ENGLISH, subject, completeScenario(scenario));
}

function describeFiles(files: number, places: readonly string[], as: FilesAs): string {
  const names = places.join(', ');
  const inPlaces = `${showNumber(ENGLISH, files)} ${files === 1 ? 'file' : 'files'} in ${names}`;
  if (files === 1) return inPlaces;
  return as !== 'one' ? `each of ${inPlaces}` : `${inPlaces} together`;
}

/** Headings of the table. `x` instead of `×`, which some terminals cannot show. */
export const TABLE_HEADINGS = {
  total: 'Total',
  times: 'x cheapest',
  file: 'File',
  request: 'Request',
  share: 'Share',
} as const;

/** In place of a model, above the files that tell theirs. */

/** The line below a table that shows only the first models. */
export function describeHiddenRows(rows: number): string {
  return `${rows} more ${rows === 1 ? 'model' : 'models'}: add --all, or --find WORDS`;
}

/** The line below a table that shows only the largest files. */
export function describeHiddenFiles(files: number, areRequests: boolean): string {
  const [one, several] = areRequests ? ['request', 'requests'] : ['file', 'files'];
  return `${showNumber(ENGLISH, files)} more ${files === 1 ? one : several}: add --all`;
}

/** Says on each run that the team's file is in force, because it changes the numbers. */
export function describeTeam(path: string): string {
  return `with ${path} (--no-config ignores it)`;
}

/** "3 of 192 models exceed the budget". */
export function describeOverBudget(models: number, all: number): string {
  return `${models} of ${all} models exceed the budget`;
}

/** In place of the path of a team's file. */
export const NO_TEAM_FILE = `no ${TEAM_FILE_NAME}`;

/** The lines below a table on the sources of prices: "openai/o1:\n  price read at the vendor, …, https://…\n". */
export function describeSources({ ids, period }: PriceSource): string {
  const origin = priceOf(ENGLISH, describeOrigin(ENGLISH, period));
  const urls = agreeingSources(period).map(({ url }) => visibleText(url));
  return `${visibleText(ids.join(', '))}:\n  ${origin}, ${urls.join(', ')}\n`;
}

export type UsageProblem =
  | {
      readonly kind:
        | 'noFile'
        | 'jsonAndFormat'
        | 'modelOrEncoding'
        | 'inputTwice'
        | 'inputAndFolder'
        | 'requestsAndTexts'
        | 'requestsAndMedia'
        | 'noRequest'
        | 'configAndNone'
        | 'beginningAndShare'
        | 'severalBeginnings'
        | 'noBeginning'
        | 'beginningOfFolder'
        | 'fileModels'
        | 'headersOfEach';
    }
  | { readonly kind: 'severalConfigs'; readonly paths: readonly string[] }
  | {
      readonly kind: 'command' | 'format' | 'as' | 'headers' | 'time' | 'encoding';
      readonly value: string;
    }
  | { readonly kind: 'noOwnModel'; readonly path: string }
  | { readonly kind: 'noMatch'; readonly value: string; readonly ids: readonly string[] }
  | {
      readonly kind: 'model';
      readonly name: string;
      readonly resolution: Unresolved;
      readonly ids: readonly string[];
    }
  | { readonly kind: 'jsonLine'; readonly line: number };

/** The message for wrong arguments: one line, in which control characters are escaped. */
export function describeUsageProblem(problem: UsageProblem): string {
  return visibleText(usageProblem(problem));
}

function usageProblem(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'noFile':
      return 'estimate needs a file or a folder (- is standard input)';
    case 'jsonAndFormat':
      return 'choose either --json or --format';
    case 'modelOrEncoding':
      return 'count needs either --model ID or --encoding NAME';
    case 'fileModels':
      return '--file-models takes one --model at most, and no --all, --find or --as one';
    case 'noOwnModel':
      return `${problem.path} names no model: add --model ID`;
    case 'beginningAndShare':
      return 'choose either --stable-beginning or --cached-share';
    case 'severalBeginnings':
      return '--stable-beginning is of one template or one request';
    case 'noBeginning':
      return 'nothing says where the stable beginning ends: --stable-beginning needs a template with a placeholder, or a request with messages';
    case 'beginningOfFolder':
      return `--stable-beginning needs one file of at most ${LARGEST_TEXT_MB} MB: name the file itself, not its folder`;
    case 'configAndNone':
      return 'choose either --config or --no-config';
    case 'severalConfigs':
      return `the files belong to different teams (${problem.paths.join(', ')}): add --config FILE or --no-config`;
    case 'inputTwice':
      return 'standard input (-) can be read only once';
    case 'inputAndFolder':
      return 'standard input (-) cannot be priced together with a folder';
    case 'requestsAndTexts':
      return 'standard input (-) and files of which only some hold requests cannot be priced together (--as text counts all as they are)';
    case 'requestsAndMedia':
      return 'files of requests cannot be priced together with pictures, PDFs or recordings (--as text counts requests as they are)';
    case 'noRequest':
      return 'no line is a request';
    case 'as':
      return `--as is not each, one or text: ${problem.value}`;
    case 'headers':
      return `--headers is not none, path or xml: ${problem.value}`;
    case 'headersOfEach':
      return '--headers needs --as one: a file that is a call of its own has none';
    case 'command':
      return `unknown command: ${problem.value} (estimate, count or help)`;
    case 'format':
      return `--format is not csv, json or markdown: ${problem.value}`;
    case 'time':
      return `--at ${notInstant(ENGLISH)}: ${problem.value}`;
    case 'noMatch':
      return describeNoMatch(problem.value, problem.ids);
    case 'encoding':
      return `unknown encoding: ${problem.value} (known: ${ENCODINGS.join(', ')})`;
    case 'model':
      return describeUnresolved(ENGLISH, problem.name, problem.resolution, problem.ids);
    case 'jsonLine':
      return `standard input, line ${problem.line}: not a JSON string`;
  }
}

/** The nearest models, if any; else the option that lists all. */
function describeNoMatch(query: string, ids: readonly string[]): string {
  const [problem, advice] = noModelMatches(ENGLISH, query);
  const nearest =
    ids.length === 0 ? '--all lists every model' : `The nearest are: ${ids.join(', ')}`;
  return `${problem}: ${advice}. ${nearest}`;
}

/** "docs/a.png: binary file". */
export function describeSkippedFile(
  path: string,
  reason: Exclude<SkipReason, 'unreadable'>,
): string {
  return visibleText(`${path}: ${skipReason(ENGLISH, reason)}`);
}

export type FileProblem =
  'missing' | 'folder' | 'forbidden' | 'notUtf8' | 'notJson' | 'noObject' | 'noSettings';

/** "letter.md: no such file", "prices.json: is not JSON: Unexpected end of JSON input". */
export function describeFileProblem(path: string, problem: FileProblem, detail?: string): string {
  const parts = [path, fileProblem(problem), ...(detail === undefined ? [] : [detail])];
  return visibleText(parts.join(': '));
}

function fileProblem(problem: FileProblem): string {
  switch (problem) {
    case 'missing':
      return 'no such file';
    case 'folder':
      return 'is a folder; name the files in it';
    case 'forbidden':
      return noPermission(ENGLISH);
    case 'notUtf8':
      return 'is not UTF-8 or UTF-16 text, or is too large';
    case 'notJson':
      return 'is not JSON';
    case 'noObject':
      return 'is not a JSON object';
    case 'noSettings':
      return 'has none of the settings that the terminal reads';
  }
}

/** In place of the longest samples of more templates. */
export function moreTemplates(templates: number): string {
  const number = showNumber(ENGLISH, templates);
  return `${number} more templates with several samples: name one to see its longest.`;
}

/** @param reason of the system: its disk is full, as a rule. */
export function outputNotWritten(reason: string): string {
  return `the output could not be written, and what was written of it is not whole: ${visibleText(reason)}`;
}
