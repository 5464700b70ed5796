import { estimateTextsInSteps, type Estimate } from '../../core/estimate/estimate';
import type { Scenario } from '../../core/scenario/scenario';
import type { Model } from '../../core/pricing/table/priceTable';
import { finish, type Sliced } from '../../core/scheduling/sliced';
import type { TokenCount } from '../../core/tokens/tokenCount';
import type { ReportSubject, WireCount } from '../../protocol/subject';
import type { Facts } from '../state/facts';
import type { PageState } from '../state/pageState';
import { subjectOf } from '../state/topic';

/** Everything that the rows depend on. */
export interface Question {
  readonly models: readonly Model[];
  readonly subject: ReportSubject;
  readonly scenario: Scenario;
  /** Time of the call, milliseconds since 1970. */
  readonly atMs: number;
}

/** Undefined until the editor has sent prices, settings and counts. */
export function questionOf({ models, settings }: Facts, state: PageState): Question | undefined {
  const subject = subjectOf(state.topic);
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

/** The rows of all models. */
export function priceModels(question: Question): readonly Estimate[] {
  return finish(priceModelsInSlices(question, () => undefined));
}

/** @param progress called after each model with the share that is priced, 0 to 1. */
export function* priceModelsInSlices(
  { models, subject, scenario, atMs }: Question,
  progress: (share: number) => void,
): Sliced<readonly Estimate[]> {
  const countsOf = countsByGroup(subject);
  const rows: Estimate[] = [];
  for (const [index, model] of models.entries()) {
    const counts = countsOf(subject.groups[model.id]);
    if (counts) rows.push(yield* estimateTextsInSteps(model, counts, scenario, atMs));
    progress((index + 1) / models.length);
    yield;
  }
  return rows;
}

/** The counts of a group of models, file by file; undefined if a file was not counted for the group. */
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
