import { compareRows, timesOf, type ReportRow } from './row';

/** What the report says in one line. */
export interface Answer {
  /** The cheapest model that is sold and whose context window holds the call. */
  readonly cheapest: ReportRow | undefined;
  /** The user's model. */
  readonly yours: ReportRow | undefined;
  /** What the others are compared with. */
  readonly baseline: ReportRow | undefined;
  /** How many times the cheapest the baseline costs; undefined without both prices or when the cheapest is free. */
  readonly ratio: number | undefined;
}

/** Finds the line's models; without a baseline that exists the user's model is the baseline. */
export function findAnswer(
  rows: readonly ReportRow[],
  yourId: string,
  baselineId: string | undefined,
): Answer {
  const find = (id: string | undefined) => rows.find(({ model }) => model.id === id);
  const cheapest = rows.filter(canBeBought).toSorted(compareRows)[0];
  const yours = find(yourId);
  const baseline = find(baselineId) ?? yours;
  const ratio = baseline && timesOf(baseline, cheapest);
  return { cheapest, yours, baseline, ratio };
}

function canBeBought({ price, fits }: ReportRow): boolean {
  return fits && price.kind === 'priced' && !price.example.applied.retired;
}
