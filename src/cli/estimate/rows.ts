import { estimateToJson } from '../../core/export/estimateJson';
import { partsToJson } from '../../core/export/partsJson';
import {
  estimatesByText,
  tellsCaching,
  type EstimatedText,
  type ExportReport,
} from '../../core/export/report';
import { samplesToJson, templateToJson } from '../../core/export/samples';
import { estimateTexts } from '../../core/estimate/estimate';
import { visibleJson } from '../../core/figures/visibleText';
import { completeScenario, DEFAULT_SCENARIO } from '../../core/scenario/scenario';
import { ENGLISH_EXPORT } from '../../wording/documents/export';
import type { CountedFile } from '../files/counted';
import { callsOf, customIdsOf, type Question } from './report';

/** The JSON of `--json`: only the estimates. `--format json` adds assumptions, dates and version. */
export function renderEstimates(report: ExportReport): string {
  const { requests, badLines } = report;
  const known = requests && badLines;
  const start = startOf({ ...report, badLines: known });
  return `${start}${entriesOf(report).join(',')}${endOf(known ? undefined : badLines)}`;
}

/** The same without a file. */
export function renderNothing(badLines: ExportReport['badLines']): string {
  return `${startOf({ scenario: DEFAULT_SCENARIO, badLines })}]\n}\n`;
}

/** What is asked, and the lines of all files that are no requests; undefined: they are not known yet. */
type RowsQuestion = Question & Pick<ExportReport, 'badLines'>;

/** `renderEstimates` entry by entry: a text is written as soon as it is counted. */
export class JsonRows {
  readonly #write: (text: string) => void;
  readonly #question: RowsQuestion;
  #rows = 0;

  constructor(write: (text: string) => void, question: RowsQuestion) {
    this.#write = write;
    this.#question = question;
  }

  /** Nothing is written before the first row: what fails before it leaves standard output empty. */
  add(file: CountedFile): void {
    const start = this.#rows === 0 ? startOf(this.#question) : ',';
    this.#rows++;
    this.#write(start + entryOfFile(file, this.#question));
  }

  /** @returns the rest of the document. @param badLines of all files. */
  end(badLines: ExportReport['badLines']): string {
    return endOf(this.#question.badLines ? undefined : badLines);
  }
}

function entryOfFile(file: CountedFile, question: Question): string {
  const { models, scenario, atMs, asksCaching } = question;
  const calls = callsOf([file]);
  const rows = models.map((model) =>
    estimateTexts(model, [file.countFor(model)], scenario, atMs, calls),
  );
  const ofText = { paths: [file.path], customIds: customIdsOf([file]), templates: [file.template] };
  return entriesOf({ version: '', atMs, scenario, ...ofText, rows, asksCaching }).join(',');
}

function entriesOf(report: ExportReport): readonly string[] {
  const hasCaching = tellsCaching(report);
  const parts = partsToJson(report);
  return estimatesByText(report).map((text, index) =>
    entryOf(text, index === 0 ? parts : undefined, hasCaching),
  );
}

function entryOf(
  { path, customId, template, estimates }: EstimatedText,
  parts: ReturnType<typeof partsToJson>,
  hasCaching: boolean,
): string {
  const json = {
    path,
    customId,
    template: templateToJson(template),
    parts,
    estimates: estimates.map((estimate) => ({
      ...estimateToJson(estimate, ENGLISH_EXPORT, { hasCaching }),
      ...samplesToJson(estimate),
    })),
  };
  return indented(`\n${JSON.stringify(json, null, 2)}`);
}

/** The document to the list of files, as `JSON.stringify` writes it. */
function startOf({ scenario, badLines }: Pick<ExportReport, 'scenario' | 'badLines'>): string {
  const { treatTextAs } = completeScenario(scenario);
  const json = { schemaVersion: 1, treatTextAs, notPriced: badLines, files: [0] };
  const text = JSON.stringify(json, null, 2);
  return visibleJson(text.slice(0, text.lastIndexOf('[') + 1));
}

/** The rest of the document. @param badLines that were not known at its start. */
function endOf(badLines: ExportReport['badLines']): string {
  if (!badLines) return '\n  ]\n}\n';
  const text = JSON.stringify({ notPriced: badLines }, null, 2);
  return `\n  ],${visibleJson(text.slice(1))}\n`;
}

/** An entry of the list: two levels deep. */
function indented(text: string): string {
  return visibleJson(text.replaceAll('\n', '\n    '));
}
