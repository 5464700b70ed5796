import {
  estimateTextsInSteps,
  estimateTraining,
  type Estimate,
} from '../../core/estimate/estimate';
import type { OwnCall } from '../../core/estimate/modelScenario';
import type { Scenario } from '../../core/scenario/scenario';
import type { Model } from '../../core/pricing/table/priceTable';
import { withBeginning, type Beginning } from '../../core/estimate/counts/beginning';
import { groupOf } from '../../core/estimate/counts/groups';
import { finish, type Sliced } from '../../core/scheduling/sliced';
import type { TokenCount } from '../../core/tokens/tokenCount';
import type { ReportSubject } from '../../protocol/subject';
import type { Facts, KnownTable } from '../state/facts';
import type { PageState } from '../state/pageState';
import { subjectOf } from '../state/topic';
import { listModels, type Listing } from './listing';
import { callsOf, lacksOwnModels } from './ownCalls';
import { pricedSubject, type PricedSubject } from './files/choice';
import type { KnownHeaders } from './files/headers';
import { countOfFile, countOnWire } from './files/counts';

const NO_HEADERS: KnownHeaders = { of: () => undefined };

/** Everything that the rows depend on. */
export interface Question extends Listing {
  readonly table: KnownTable;
  readonly subject: PricedSubject;
  readonly scenario: Scenario;
  /** What files or requests say of their own calls, in their order; empty: nothing. */
  readonly calls: readonly OwnCall[];
  /** Whether `calls` have the longest answers that files or requests name. */
  readonly usesAnswers: boolean;
  /** Time of the call, milliseconds since 1970. */
  readonly atMs: number;
}

/**
 * Undefined until the editor has sent prices, those of the models that files name included, settings and counts, also of
 * headers.
 */
export function questionOf(
  { table, settings }: Facts,
  state: PageState,
  headers: KnownHeaders = NO_HEADERS,
): Question | undefined {
  const counted = subjectOf(state.topic);
  if (!table || !settings || !counted || lacksOwnModels(counted, table)) return undefined;
  const subject = pricedSubject(counted, state, headers);
  if (!subject) return undefined;
  const scenario = { ...settings.scenario, ...state.scenario };
  const usesAnswers = state.scenario.outputTokens === undefined;
  const calls = callsOf(subject, usesAnswers);
  const atMs = state.callAtMs ?? subject.atMs;
  const listing = listModels(table, settings, state, atMs);
  return { table, ...listing, subject, scenario, calls, usesAnswers, atMs };
}

/** Whether two questions have the same answer. */
export function isSameQuestion(a: Question | undefined, b: Question | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.table === b.table &&
    isSameList(a.models, b.models) &&
    isSameList(a.others, b.others) &&
    isSameCall(a, b)
  );
}

/** Whether a model has the same row in both questions. */
export function isSameCall(a: Question, b: Question): boolean {
  return (
    a.subject === b.subject &&
    a.atMs === b.atMs &&
    a.calls === b.calls &&
    JSON.stringify(a.scenario) === JSON.stringify(b.scenario)
  );
}

function isSameList(a: readonly Model[], b: readonly Model[]): boolean {
  return a === b || (a.length === b.length && a.every((model, index) => model === b[index]));
}

/** The rows of all models. */
export function priceModels(question: Question): Rows {
  return finish(priceModelsInSlices(question, NO_ROWS, () => undefined));
}

/** The rows that have been priced, by model. */
export type Rows = ReadonlyMap<Model, Estimate>;

export const NO_ROWS: Rows = new Map();

/** The models of a question whose rows are not known. */
export function unknownModels({ models, others }: Question, known: Rows): readonly Model[] {
  return [...models, ...others].filter((model) => !known.has(model));
}

/**
 * @param known rows of the same call.
 * @param progress called after each model with the share that is priced, 0 to 1.
 */
export function* priceModelsInSlices(
  question: Question,
  known: Rows,
  progress: (share: number) => void,
): Sliced<Rows> {
  const { subject, scenario, atMs, calls } = question;
  const countsOf = countsByGroup(subject);
  const rows = new Map(known);
  const models = unknownModels(question, known);
  for (const [index, model] of models.entries()) {
    const counts = countsOf(groupOf(model));
    if (counts && subject.isTraining)
      rows.set(model, estimateTraining(model, counts, scenario, atMs, calls));
    else if (counts) {
      const row = yield* estimateTextsInSteps(model, counts, scenario, atMs, calls);
      rows.set(model, withBeginning(row, beginningOn(subject, model)));
    }
    progress((index + 1) / models.length);
    yield;
  }
  return rows;
}

function beginningOn({ beginning, groups }: ReportSubject, model: Model): Beginning | undefined {
  const count = beginning?.counts[groups.indexOf(groupOf(model))];
  return beginning && count && { kind: beginning.kind, count: countOnWire(count) };
}

/** The counts of a group of models, file by file; undefined if the group was not counted. */
export function countsByGroup({ groups, files }: ReportSubject) {
  const known = new Map<string, readonly TokenCount[] | undefined>();
  return (group: string): readonly TokenCount[] | undefined => {
    if (!known.has(group)) known.set(group, countsAt(files, groups.indexOf(group)));
    return known.get(group);
  };
}

/** Undefined if a file has no such count. */
function countsAt(files: ReportSubject['files'], index: number): readonly TokenCount[] | undefined {
  const counts = files.flatMap((file) => countOfFile(file, index) ?? []);
  return counts.length === files.length ? counts : undefined;
}
