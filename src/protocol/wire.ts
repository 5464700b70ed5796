import { factsOf } from '../core/estimate/own/besideFacts';
import type { KeptCall, UseOfStated } from '../core/estimate/own/calls';
import type { LongestSample } from '../core/estimate/counts/samples';
import type { TokenCount } from '../core/tokens/tokenCount';
import type { LongestOnWire, RequestsOnWire, WireCount } from './subject';

export function wireCount({ tokens, low, high, method }: TokenCount): WireCount {
  return [tokens, low, high, method];
}

export function wireLongest({ samples, counts, places }: LongestSample): LongestOnWire {
  return { samples, counts: counts.map(wireCount), places: [...places] };
}

/** What is used of what a request says of its call. */
export function wireCall(call: KeptCall, uses: UseOfStated): RequestsOnWire['calls'][number] {
  const { messages, maxOutputTokens, hasAnswer, answers, serviceTier } = call;
  const { media, toolUse, unseen, ...others } = factsOf(call);
  const stated = uses.answers ? maxOutputTokens : undefined;
  const outputTokens = hasAnswer ? stated : 0;
  return {
    messages,
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...(answers > 1 && hasAnswer ? { answers } : {}),
    ...(uses.tiers && serviceTier !== undefined ? { serviceTier } : {}),
    ...(media.length > 0 ? { media: [...media] } : {}),
    ...(toolUse ? { toolUse } : {}),
    ...(unseen ? { unseen: [...unseen.keys()] } : {}),
    ...others,
  };
}
