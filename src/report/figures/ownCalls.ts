import type { OwnCall } from '../../core/estimate/modelScenario';
import { ownModelIds } from '../../protocol/keptIds';
import type { ReportSubject } from '../../protocol/subject';
import { isWhole, type KnownTable } from '../state/facts';

export const NO_CALLS: readonly OwnCall[] = [];

const ASSUMED: OwnCall = {};

const known = new WeakMap<ReportSubject, readonly OwnCall[]>();

/** The longest answers that files name, in their order; empty if none does. The same list for the same subject. */
export function answersOf(subject: ReportSubject): readonly OwnCall[] {
  const calls = known.get(subject) ?? readAnswers(subject);
  known.set(subject, calls);
  return calls;
}

function readAnswers({ files }: ReportSubject): readonly OwnCall[] {
  if (files.every(({ own }) => own?.outputTokens === undefined)) return NO_CALLS;
  return files.map(({ own }) =>
    own?.outputTokens === undefined ? ASSUMED : { outputTokens: own.outputTokens },
  );
}

/** Whether files are priced on models that only the whole price table has. */
export function lacksOwnModels(subject: ReportSubject | undefined, table: KnownTable): boolean {
  if (isWhole(table)) return false;
  const ids = new Set(table.models.map(({ id }) => id));
  return ownModelIds(subject).some((id) => !ids.has(id));
}
