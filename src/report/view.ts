import { findAnswer, type Answer } from '../core/estimate/answer';
import { estimateTextsInSteps, type Estimate } from '../core/estimate/estimate';
import { compareEstimates } from '../core/estimate/ranking';
import type { Scenario } from '../core/scenario/scenario';
import type { Model } from '../core/pricing/table/priceTable';
import type { TokenCount } from '../core/tokens/tokenCount';
import type { ReportSubject, WireCount } from '../protocol/messages';
import type { PriceAge } from '../wording/marks';
import type { Facts, PageSettings } from './facts';
import type { PageState } from './pageState';

/** What is priced and how: all that the rows depend on. */
export interface Question {
  readonly models: readonly Model[];
  readonly subject: ReportSubject;
  readonly scenario: Scenario;
  readonly atMs: number;
}

/** The report's figures. */
export interface View extends Question {
  /** Cheapest first. */
  readonly rows: readonly Estimate[];
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

/** The lines of all models. */
export function priceModels(question: Question): readonly Estimate[] {
  return [...priceModelsInSteps(question)].filter((row) => row !== undefined);
}

/** One line after another, with pauses, so that many files can be priced in slices of time. */
export function* priceModelsInSteps(question: Question): Generator<Estimate | undefined> {
  const { models, subject, scenario, atMs } = question;
  const countsOf = countsByGroup(subject);
  for (const model of models) {
    const counts = countsOf(subject.groups[model.id]);
    if (counts) yield yield* estimateTextsInSteps(model, counts, scenario, atMs);
  }
}

/** The counts of a group of models, file by file; undefined when the subject was counted without it. */
function countsByGroup({ files }: ReportSubject) {
  const known = new Map<number, readonly TokenCount[]>();
  return (group: number | undefined): readonly TokenCount[] | undefined => {
    if (group === undefined) return undefined;
    const counts = known.get(group) ?? files.flatMap(({ counts }) => countOf(counts[group]));
    known.set(group, counts);
    return counts.length === files.length ? counts : undefined;
  };
}

function countOf(count: WireCount | undefined): readonly TokenCount[] {
  if (!count) return [];
  const [tokens, low, high, method] = count;
  return [{ tokens, low, high, method }];
}

/** How old a price of the view is. */
export function ageOf({ subject, staleAfterDays }: View): PriceAge {
  return { atMs: subject.atMs, staleAfterDays };
}

export function makeView(
  question: Question,
  rows: readonly Estimate[],
  { modelId, baselineId, pinnedIds, staleAfterDays }: PageSettings,
): View {
  const sorted = rows.toSorted(compareEstimates);
  const answer = findAnswer(rows, modelId, baselineId);
  return { ...question, rows: sorted, answer, modelId, pinnedIds, staleAfterDays };
}
