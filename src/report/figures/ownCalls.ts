import { besideEach } from '../../core/estimate/own/beside';
import type { Beside } from '../../core/estimate/counts/beside';
import type { OwnCall } from '../../core/estimate/modelScenario';
import { ownCalls } from '../../core/estimate/own/calls';
import { ownModelIds } from '../../protocol/keptIds';
import type { ReportSubject } from '../../protocol/subject';
import { isWhole, type KnownTable } from '../state/facts';

const NO_CALLS: readonly OwnCall[] = [];

const ASSUMED: OwnCall = {};

type Known = WeakMap<ReportSubject, readonly OwnCall[]>;

const withAnswers: Known = new WeakMap();
const withoutAnswers: Known = new WeakMap();

/**
 * What files or requests say of their own calls, in their order; empty if none does. The same list for the same subject.
 *
 * @param usesAnswers whether they have the longest answers that they name, not the assumed ones.
 */
export function callsOf(subject: ReportSubject, usesAnswers: boolean): readonly OwnCall[] {
  const known = usesAnswers ? withAnswers : withoutAnswers;
  const calls = known.get(subject) ?? readCalls(subject, usesAnswers);
  known.set(subject, calls);
  return calls;
}

function readCalls({ kind, files }: ReportSubject, usesAnswers: boolean): readonly OwnCall[] {
  const besides = besideEach(
    files.map(({ own = {} }) => ({
      media: own.media ?? [],
      toolUse: own.toolUse,
      names: own.names ?? 0,
    })),
  );
  if (kind === 'requests') {
    const stated = files.map(({ own = {} }) => ({
      messages: own.messages ?? 0,
      maxOutputTokens: own.outputTokens,
      hasAnswer: own.outputTokens !== 0,
      answers: own.answers ?? 1,
      serviceTier: own.serviceTier,
    }));
    return ownCalls(stated, { answers: usesAnswers, tiers: true }, besides);
  }
  const answers = usesAnswers ? files.map(({ own }) => own?.outputTokens) : [];
  if (!answers.some(isKnown) && !besides.some(isKnown)) return NO_CALLS;
  return files.map((_, index) => callOf(answers[index], besides[index]));
}

function isKnown(value: unknown): boolean {
  return value !== undefined;
}

/** Calls that say nothing of themselves are one object. */
function callOf(outputTokens: number | undefined, beside: Beside | undefined): OwnCall {
  if (outputTokens === undefined && !beside) return ASSUMED;
  return {
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...(beside ? { beside } : {}),
  };
}

/** Whether files are priced on models that only the whole price table has. */
export function lacksOwnModels(subject: ReportSubject | undefined, table: KnownTable): boolean {
  if (isWhole(table)) return false;
  const ids = new Set(table.models.map(({ id }) => id));
  return ownModelIds(subject).some((id) => !ids.has(id));
}
