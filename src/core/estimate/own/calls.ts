import type { ServiceTier } from '../../pricing/rates/factors';
import { factsOf, type BesideFacts } from './besideFacts';
import type { Beside } from '../counts/beside';
import { isFileCalls, type FileCalls } from '../counts/many';
import type { OwnCall } from '../modelScenario';

/** What a request says of its own call. */
export interface StatedCall {
  /** 0: a plain prompt. */
  readonly messages: number;
  readonly maxOutputTokens: number | undefined;
  readonly hasAnswer: boolean;
  readonly answers: number;
  readonly serviceTier: ServiceTier | undefined;
}

/** What the user wants of what requests state. */
export interface UseOfStated {
  /** Each has the longest answer that it states, not the assumed one. */
  readonly answers: boolean;
  /** Each has the service tier that it asks for. */
  readonly tiers: boolean;
}

/** What a request says of its call, and what is beside its text: all that a folder keeps of it. */
export interface KeptCall extends StatedCall, BesideFacts {
  /** The model that it names, as written; absent: none. */
  readonly modelName?: string | undefined;
}

export function keptOf(call: KeptCall): KeptCall {
  const { messages, maxOutputTokens, hasAnswer, answers, serviceTier } = call;
  const { modelName } = call;
  return {
    messages,
    maxOutputTokens,
    hasAnswer,
    answers,
    serviceTier,
    ...factsOf(call),
    ...(modelName === undefined ? {} : { modelName }),
  };
}

type Besides = readonly (Beside | undefined)[];

/**
 * What requests say of their own calls, in their order. Thousands of requests share a few objects.
 *
 * @param besides what is sent beside the text of each.
 */
export function ownCalls(
  requests: readonly StatedCall[],
  uses: UseOfStated,
  besides: Besides = [],
): readonly OwnCall[] {
  const byBeside = new Map<Beside | undefined, Map<string, OwnCall>>();
  return requests.map((request, index) => {
    const { messages, maxOutputTokens, hasAnswer } = request;
    const beside = besides[index];
    const known = byBeside.get(beside) ?? new Map<string, OwnCall>();
    byBeside.set(beside, known);
    const stated = hasAnswer ? maxOutputTokens : 0;
    // An embedding has no answer, whatever is assumed of others.
    const outputTokens = uses.answers || !hasAnswer ? stated : undefined;
    const answers = hasAnswer ? request.answers : 1;
    const serviceTier = uses.tiers ? request.serviceTier : undefined;
    const key = `${messages} ${outputTokens} ${answers} ${serviceTier}`;
    const call = known.get(key) ?? {
      // A file has each request as it is sent, its history included.
      conversationTurns: 1,
      turnInputTokens: 0,
      ...(messages > 0 ? { messages } : {}),
      // The longest answer that an API takes includes its reasoning.
      ...(outputTokens === undefined ? {} : { outputTokens, reasoningTokens: 0 }),
      ...(answers > 1 ? { answers } : {}),
      ...(serviceTier === undefined ? {} : { serviceTier }),
      ...(beside ? { beside } : {}),
    };
    known.set(key, call);
    return call;
  });
}

/** How many of several calls have an answer of their own; `zero`: none of them has an answer at all. */
export type OwnAnswers = 'none' | 'some' | 'all' | 'zero';

export function ownAnswers(calls: readonly OwnCall[]): OwnAnswers {
  const each = calls.flatMap((call) => (isFileCalls(call) ? call.each : call));
  if (each.length > 0 && each.every(({ outputTokens }) => outputTokens === 0)) return 'zero';
  const own = each.filter(({ outputTokens }) => outputTokens !== undefined).length;
  if (own === 0) return 'none';
  return own === each.length ? 'all' : 'some';
}

/** Whether the calls are requests as a file has them, not files with answers of their own. */
export function areRequests(calls: readonly OwnCall[]): boolean {
  return calls[0]?.conversationTurns !== undefined;
}

/** The calls with assumed answers in place of their own. Equal calls stay one object. */
export function withoutAnswers(calls: readonly OwnCall[]): readonly OwnCall[] {
  const known = new Map<OwnCall, OwnCall>();
  return calls.map((call) => {
    const assumed = known.get(call) ?? withoutAnswer(call);
    known.set(call, assumed);
    return assumed;
  });
}

/** A call, or the calls of a file, with assumed answers in place of its own; one that has none keeps that. */
function withoutAnswer(call: OwnCall): OwnCall {
  if (isFileCalls(call)) return fileWithoutAnswers(call);
  const { outputTokens, reasoningTokens: _, ...others } = call;
  return outputTokens === 0 ? call : others;
}

function fileWithoutAnswers(file: FileCalls): FileCalls {
  return { ...file, each: withoutAnswers(file.each) };
}
