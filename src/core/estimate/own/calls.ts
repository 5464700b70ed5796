import type { MediaPart } from '../../media/part';
import type { Beside } from '../counts/beside';
import { isFileCalls } from '../counts/many';
import type { OwnCall } from '../modelScenario';

/** What a request says of its own call. */
export interface StatedCall {
  /** 0: a plain prompt. */
  readonly messages: number;
  readonly maxOutputTokens: number | undefined;
  readonly hasAnswer: boolean;
}

/** What a request says of its call, and what is beside its text: all that a folder keeps of it. */
export interface KeptCall extends StatedCall {
  readonly media: readonly MediaPart[];
}

export function keptOf({ messages, maxOutputTokens, hasAnswer, media }: KeptCall): KeptCall {
  return { messages, maxOutputTokens, hasAnswer, media };
}
type Besides = readonly (Beside | undefined)[];

/**
 * What requests say of their own calls, in their order. Thousands of requests share a few objects.
 *
 * @param usesStated whether a request has the longest answer that it states, not the assumed one.
 * @param besides what is sent beside the text of each.
 */
export function ownCalls(
  requests: readonly StatedCall[],
  usesStated: boolean,
  besides: Besides = [],
): readonly OwnCall[] {
  const known = new Map<string, OwnCall>();
  return requests.map(({ messages, maxOutputTokens, hasAnswer }, index) => {
    const beside = besides[index];
    const stated = hasAnswer ? maxOutputTokens : 0;
    // An embedding has no answer, whatever is assumed of others.
    const outputTokens = usesStated || !hasAnswer ? stated : undefined;
    const key = `${messages} ${outputTokens}`;
    const call = known.get(key) ?? {
      // A file has each request as it is sent, its history included.
      conversationTurns: 1,
      ...(messages > 0 ? { messages } : {}),
      // The longest answer that an API takes includes its reasoning.
      ...(outputTokens === undefined ? {} : { outputTokens, reasoningTokens: 0 }),
    };
    known.set(key, call);
    return beside ? { ...call, beside } : call;
  });
}

/** How many of the calls have an answer of their own. */
export function ownAnswers(calls: readonly OwnCall[]): 'none' | 'some' | 'all' {
  const each = calls.flatMap((call) => (isFileCalls(call) ? call.each : call));
  const own = each.filter(({ outputTokens }) => outputTokens !== undefined).length;
  if (own === 0) return 'none';
  return own === each.length ? 'all' : 'some';
}

/** Whether the calls are requests as a file has them, not files with answers of their own. */
export function areRequests(calls: readonly OwnCall[]): boolean {
  return calls[0]?.conversationTurns !== undefined;
}

/** The calls with assumed answers in place of their own; one that has none keeps that. Equal calls stay one object. */
export function withoutAnswers(calls: readonly OwnCall[]): readonly OwnCall[] {
  const known = new Map<OwnCall, OwnCall>();
  return calls.map((call) => {
    const { outputTokens, reasoningTokens: _, ...others } = call;
    const assumed = known.get(call) ?? (outputTokens === 0 ? call : others);
    known.set(call, assumed);
    return assumed;
  });
}
