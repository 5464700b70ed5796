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
import { fileColumn, fileHeading } from '../page/files';
import { requestColumn } from '../page/requests';
import { whyBadLine } from '../requests/lines';
import { describeSubject } from '../subject';
import { noPermission, skipReason } from '../views/files';
import { describeOrigin, priceOf } from '../trust';
import { counted } from '../language/forms';
import { commas, sentences } from '../language/lists';
import { about, asSentence, type Words } from '../words';
import type { SkipReason } from '../../core/files/scanned/content';
import { completeScenario, type Scenario } from '../../core/scenario/scenario';

// What the terminal program says, but for its help.

/** Above a table: "one call with letter.md and 500 output tokens, 1 USD = 0.93 EUR (2026-11-01)". */
export function tableTitle(words: Words, about: string): string {
  return commas(words, [visibleText(about), ...showConversion(words)]);
}

/** Whether each file or request is a call of its own, all files are one, or each file is a call with its text as it is. */
export type FilesAs = 'each' | 'one' | 'text';

/** "one call with each of 34 files in docs and 500 output tokens", "one call with 34 files in docs together …". */
export function describeAssumedFiles(
  words: Words,
  files: number,
  places: readonly string[],
  as: FilesAs,
  scenario: Scenario,
): string {
  const subject = describeFiles(words, files, places, as);
  return describeAssumedCall(words, subject, completeScenario(scenario));
}

function describeFiles(
  words: Words,
  files: number,
  places: readonly string[],
  as: FilesAs,
): string {
  const { l10n } = words;
  const names = commas(words, places);
  if (files === 1) return filesIn(words, files, places);
  const forms =
    as === 'one'
      ? l10n.t('[other]{0} files in {1} together')
      : l10n.t('[other]each of {0} files in {1}');
  return counted(words, files, forms, showNumber(words, files), names);
}

/** "12 files in docs". */
export function filesIn(words: Words, files: number, places: readonly string[]): string {
  return describeSubject(words, { kind: 'files', name: commas(words, places), count: files });
}

/** Headings of the table. `x` instead of `×`, which some terminals cannot show. */
export function tableHeading(
  words: Words,
  column: 'total' | 'times' | 'file' | 'request' | 'share' | 'shareOfCost',
): string {
  const { l10n } = words;
  switch (column) {
    case 'total':
      return l10n.t('Total');
    case 'times':
      return l10n.t('x cheapest');
    case 'file':
      return fileHeading(words);
    case 'request':
      return requestColumn(words, 'request');
    case 'share':
      return fileColumn(words, 'share');
    case 'shareOfCost':
      return l10n.t('Share of cost');
  }
}

/** The line below a table that shows only the first models. */
export function describeHiddenRows(words: Words, rows: number): string {
  const { l10n } = words;
  const forms = l10n.t(
    '[one]{0} more model: add --all, or --find WORDS[other]{0} more models: add --all, or --find WORDS',
  );
  return counted(words, rows, forms, showNumber(words, rows));
}

/** The line below a table that shows only the largest files. */
export function describeHiddenFiles(words: Words, files: number, areRequests: boolean): string {
  const { l10n } = words;
  const forms = areRequests
    ? l10n.t('[one]{0} more request: add --all[other]{0} more requests: add --all')
    : l10n.t('[one]{0} more file: add --all[other]{0} more files: add --all');
  return counted(words, files, forms, showNumber(words, files));
}

/** Says on each run that the team's file is in force, because it changes the numbers. */
export function describeTeam({ l10n }: Words, path: string): string {
  return l10n.t('with {0} (--no-config ignores it)', path);
}

/** "3 of 192 models exceed the budget". */
export function describeOverBudget(words: Words, models: number, all: number): string {
  const { l10n } = words;
  const forms = l10n.t(
    '[one]{0} of {1} models exceeds the budget[other]{0} of {1} models exceed the budget',
  );
  return counted(words, models, forms, showNumber(words, models), showNumber(words, all));
}

/** In place of the path of a team's file. */
export function noTeamFile({ l10n }: Words): string {
  return l10n.t('no {0}', TEAM_FILE_NAME);
}

/** The lines below a table on the sources of prices: "openai/o1:\n  price read at the vendor, …, https://…\n". */
export function describeSources(words: Words, { ids, period }: PriceSource): string {
  const origin = priceOf(words, describeOrigin(words, period));
  const urls = agreeingSources(period).map(({ url }) => visibleText(url));
  return `${visibleText(ids.join(', '))}:\n  ${commas(words, [origin, ...urls])}\n`;
}

export type UsageProblem =
  | {
      readonly kind:
        | 'noFile'
        | 'jsonAndFormat'
        | 'modelOrEncoding'
        | 'inputTwice'
        | 'inputPath'
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
      readonly kind:
        | 'command'
        | 'format'
        | 'as'
        | 'headers'
        | 'time'
        | 'encoding'
        | 'unknownOption'
        | 'optionValue'
        | 'optionWithoutValue'
        | 'argument';
      readonly value: string;
    }
  | { readonly kind: 'language'; readonly value: string; readonly known: readonly string[] }
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
export function describeUsageProblem(words: Words, problem: UsageProblem): string {
  return visibleText(usageProblem(words, problem));
}

function usageProblem(words: Words, problem: UsageProblem): string {
  const { l10n } = words;
  switch (problem.kind) {
    case 'noFile':
      return l10n.t('estimate needs a file or a folder (- is standard input)');
    case 'jsonAndFormat':
      return l10n.t('choose either --json or --format');
    case 'modelOrEncoding':
      return l10n.t('count needs either --model ID or --encoding NAME');
    case 'fileModels':
      return l10n.t('--file-models takes one --model at most, and no --all, --find or --as one');
    case 'noOwnModel':
      return l10n.t('{0} names no model: add --model ID', problem.path);
    case 'beginningAndShare':
      return l10n.t('choose either --stable-beginning or --cached-share');
    case 'severalBeginnings':
      return l10n.t('--stable-beginning is of one template or one request');
    case 'noBeginning':
      return l10n.t(
        'nothing says where the stable beginning ends: --stable-beginning needs a template with a placeholder, or a request with messages',
      );
    case 'beginningOfFolder':
      return l10n.t(
        '--stable-beginning needs one file of at most {0} MB: name the file itself, not its folder',
        LARGEST_TEXT_MB,
      );
    case 'configAndNone':
      return l10n.t('choose either --config or --no-config');
    case 'severalConfigs':
      return l10n.t(
        'the files belong to different teams ({0}): add --config FILE or --no-config',
        commas(words, problem.paths),
      );
    case 'inputPath':
      return l10n.t(
        '--stdin-filepath is the path of the text of standard input: name - among the files',
      );
    case 'inputTwice':
      return l10n.t('standard input (-) can be read only once');
    case 'inputAndFolder':
      return l10n.t('standard input (-) cannot be priced together with a folder');
    case 'requestsAndTexts':
      return l10n.t(
        'standard input (-) and files of which only some hold requests cannot be priced together (--as text counts all as they are)',
      );
    case 'requestsAndMedia':
      return l10n.t(
        'files of requests cannot be priced together with pictures, PDFs or recordings (--as text counts requests as they are)',
      );
    case 'noRequest':
      return l10n.t('no line is a request');
    case 'as':
      return l10n.t('--as is not each, one or text: {0}', problem.value);
    case 'headers':
      return l10n.t('--headers is not none, path or xml: {0}', problem.value);
    case 'headersOfEach':
      return l10n.t('--headers needs --as one: a file that is a call of its own has none');
    case 'unknownOption':
      return l10n.t('unknown option: {0} (api-spend help lists them)', problem.value);
    case 'optionValue':
      return l10n.t('the option {0} needs a value', problem.value);
    case 'optionWithoutValue':
      return l10n.t('the option {0} takes no value', problem.value);
    case 'argument':
      return l10n.t('unexpected argument: {0}', problem.value);
    case 'command':
      return l10n.t('unknown command: {0} (estimate, count or help)', problem.value);
    case 'format':
      return l10n.t('--format is not csv, json or markdown: {0}', problem.value);
    case 'time':
      return about(words, `--at ${notInstant(words)}`, problem.value);
    case 'noMatch':
      return describeNoMatch(words, problem.value, problem.ids);
    case 'language':
      return l10n.t(
        'no translation into {0}: --language takes {1}',
        JSON.stringify(problem.value),
        commas(words, problem.known),
      );
    case 'encoding':
      return l10n.t('unknown encoding: {0} (known: {1})', problem.value, commas(words, ENCODINGS));
    case 'model':
      return describeUnresolved(words, problem.name, problem.resolution, problem.ids);
    case 'jsonLine':
      return l10n.t('standard input, line {0}: not a JSON string', problem.line);
  }
}

/** The nearest models, if any; else the option that lists all. */
function describeNoMatch(words: Words, query: string, ids: readonly string[]): string {
  const { l10n } = words;
  const [problem, advice] = noModelMatches(words, query);
  const nearest =
    ids.length === 0
      ? l10n.t('--all lists every model')
      : l10n.t('The nearest are: {0}', commas(words, ids));
  return sentences(words, [asSentence(words, about(words, problem, advice)), nearest]);
}

/** "docs/a.png: binary file". */
export function describeSkippedFile(
  words: Words,
  path: string,
  reason: Exclude<SkipReason, 'unreadable'>,
): string {
  return visibleText(about(words, path, skipReason(words, reason)));
}

export type FileProblem =
  'missing' | 'folder' | 'forbidden' | 'notUtf8' | 'notJson' | 'noObject' | 'noSettings';

/** "letter.md: no such file", "prices.json: is not JSON: Unexpected end of JSON input". */
export function describeFileProblem(
  words: Words,
  path: string,
  problem: FileProblem,
  detail?: string,
): string {
  const told = about(words, path, fileProblem(words, problem));
  return visibleText(detail === undefined ? told : about(words, told, detail));
}

function fileProblem(words: Words, problem: FileProblem): string {
  const { l10n } = words;
  switch (problem) {
    case 'missing':
      return l10n.t('no such file');
    case 'folder':
      return l10n.t('is a folder; name the files in it');
    case 'forbidden':
      return noPermission(words);
    case 'notUtf8':
      return l10n.t('is not UTF-8 or UTF-16 text, or is too large');
    case 'notJson':
      return whyBadLine(words, 'notJson');
    case 'noObject':
      return l10n.t('is not a JSON object');
    case 'noSettings':
      return l10n.t('has none of the settings that the terminal reads');
  }
}

/** In place of the longest samples of more templates. */
export function moreTemplates(words: Words, templates: number): string {
  const { l10n } = words;
  const forms = l10n.t(
    '[one]{0} more template with several samples: name one to see its longest.[other]{0} more templates with several samples: name one to see its longest.',
  );
  return counted(words, templates, forms, showNumber(words, templates));
}

/** Of a disk that is full, above all. @param reason of the system. */
export function outputNotWritten(words: Words, reason: string): string {
  const { l10n } = words;
  return about(words, l10n.t('the output could not be written as a whole'), reason);
}
