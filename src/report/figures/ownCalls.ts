import { besideEach } from '../../core/estimate/own/beside';
import type { Beside } from '../../core/estimate/counts/beside';
import type { OwnCall } from '../../core/estimate/modelScenario';
import { fileCallsOf } from '../../core/estimate/own/fileCalls';
import { keptOf, ownCalls, type KeptCall } from '../../core/estimate/own/calls';
import { ownModelIds } from '../../protocol/keptIds';
import type { OwnCallOfFile, ReportSubject, RequestsOnWire } from '../../protocol/subject';
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
  const kept = files.map(({ own = {} }) => keptCall(own));
  const besides = besideEach(kept);
  if (kind === 'requests') return ownCalls(kept, { answers: usesAnswers, tiers: true }, besides);
  const calls = files.map((file, index) => callOf(file, besides[index], usesAnswers));
  return calls.every((call) => call === ASSUMED) ? NO_CALLS : calls;
}

/** @param call as sent; `outputTokens` of 0: it has no answer. */
function keptCall({ outputTokens, ...call }: OwnCallOfFile): KeptCall {
  return keptOf({
    messages: call.messages ?? 0,
    maxOutputTokens: outputTokens,
    hasAnswer: outputTokens !== 0,
    answers: call.answers ?? 1,
    serviceTier: call.serviceTier,
    media: call.media ?? [],
    toolUse: call.toolUse,
    names: call.names ?? 0,
    modelMessages: call.modelMessages ?? 0,
    tokenIds: call.tokenIds ?? 0,
    unseen: new Map(call.unseen?.map((kind) => [kind, 1])),
  });
}

/** Calls that say nothing of themselves are one object. */
function callOf(
  { own, requests }: ReportSubject['files'][number],
  beside: Beside | undefined,
  usesAnswers: boolean,
): OwnCall {
  if (requests) return callsOfFile(requests, usesAnswers);
  const outputTokens = usesAnswers ? own?.outputTokens : undefined;
  if (outputTokens === undefined && !beside) return ASSUMED;
  return {
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...(beside ? { beside } : {}),
  };
}

/** The editor sends only what the user wants to be used. */
function callsOfFile(
  { isBatch, isTraining, calls }: RequestsOnWire,
  usesAnswers: boolean,
): OwnCall {
  const uses = { answers: usesAnswers, tiers: true, batch: true };
  const kept = calls.map(keptCall);
  const file = { isBatch: isBatch === true, isTraining: isTraining === true, calls: kept };
  return fileCallsOf(file, uses);
}

/** Whether files are priced on models that only the whole price table has. */
export function lacksOwnModels(subject: ReportSubject | undefined, table: KnownTable): boolean {
  if (isWhole(table)) return false;
  const ids = new Set(table.models.map(({ id }) => id));
  return ownModelIds(subject).some((id) => !ids.has(id));
}
