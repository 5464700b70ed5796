import { findAnswer, type Answer } from '../core/estimate/answer';
import { estimator } from '../core/estimate/estimate';
import { compareRows, makeRow, type ReportRow } from '../core/estimate/reportRow';
import type { Scenario } from '../core/estimate/scenario';
import type { Model } from '../core/pricing/priceTable';
import type { TokenCount } from '../core/tokens/tokenCount';
import type { Subject } from '../protocol';
import type { Facts, PageSettings } from './facts';
import type { PageState } from './pageState';

/** What is priced and how: all that the rows depend on. */
export interface Question {
  readonly models: readonly Model[];
  readonly subject: Subject;
  readonly scenario: Scenario;
  readonly atMs: number;
}

/** The report's figures. */
export interface View extends Question {
  /** Cheapest first. */
  readonly rows: readonly ReportRow[];
  readonly answer: Answer;
  readonly modelId: string;
  /** Models that are listed first. */
  readonly pinnedIds: readonly string[];
  readonly staleAfterDays: number;
}

/** What is asked, or undefined while something of it is missing. */
export function questionOf(facts: Facts, state: PageState): Question | undefined {
  const { models, settings } = facts;
  const { subject } = state;
  if (models.length === 0 || !settings || !subject) return undefined;
  const scenario = { ...settings.scenario, ...state.scenario };
  return { models, subject, scenario, atMs: state.callAtMs ?? subject.atMs };
}

/** Whether two questions have the same answer. */
export function isSameQuestion(a: Question | undefined, b: Question | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.models === b.models &&
    a.subject === b.subject &&
    a.atMs === b.atMs &&
    JSON.stringify(a.scenario) === JSON.stringify(b.scenario)
  );
}

/** Prices one model after another, so that many files can be priced in slices of time. */
export function* priceModels(question: Question): Generator<ReportRow> {
  const counts = countsByFile(question.subject);
  for (const model of question.models) {
    const row = priceModel(model, counts, question);
    if (row) yield row;
  }
}

/** The line of one model; undefined when the subject was counted before the model was in the table. */
function priceModel(
  model: Model,
  counts: readonly (readonly TokenCount[])[],
  { subject, scenario, atMs }: Question,
): ReportRow | undefined {
  const group = subject.groups[model.id];
  if (group === undefined) return undefined;
  const estimate = estimator(model, scenario, atMs);
  const estimates = counts.flatMap((ofFile) => {
    const count = ofFile[group];
    return count ? [estimate(count)] : [];
  });
  return estimates.length === counts.length ? makeRow(model, estimates) : undefined;
}

function countsByFile({ files }: Subject): readonly (readonly TokenCount[])[] {
  return files.map(({ counts }) =>
    counts.map(([tokens, low, high, method]) => ({ tokens, low, high, method })),
  );
}

export function makeView(
  question: Question,
  rows: readonly ReportRow[],
  { modelId, baselineId, pinnedIds, staleAfterDays }: PageSettings,
): View {
  const sorted = rows.toSorted(compareRows);
  const answer = findAnswer(rows, modelId, baselineId);
  return { ...question, rows: sorted, answer, modelId, pinnedIds, staleAfterDays };
}
