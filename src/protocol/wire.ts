import { factsOf } from '../core/estimate/own/besideFacts';
import type { KeptCall, UseOfStated } from '../core/estimate/own/calls';
import { isSampled } from '../core/estimate/counts/sampled';
import type { TokenCount } from '../core/tokens/tokenCount';
import { toldValues, type TemplateFacts } from '../core/files/templates/facts';
import type { ReportSubject, RequestsOnWire, TemplateOnWire, WireCount } from './subject';

export function wireCount({ tokens, low, high, method }: TokenCount): WireCount {
  return [tokens, low, high, method];
}

type WireFile = ReportSubject['files'][number];

/** The counts of a text for each group of models, and those with each of its samples. */
export function wireCounts(counts: readonly TokenCount[]): Pick<WireFile, 'counts' | 'samples'> {
  const sampled = counts.filter(isSampled);
  const samples = sampled[0]?.samples.map((_, index) =>
    sampled.flatMap((count) => count.samples[index] ?? []).map(wireCount),
  );
  return { counts: counts.map(wireCount), ...(samples ? { samples } : {}) };
}

/** What is known of the values of a template; undefined: nothing. */
export function wireTemplate(facts: TemplateFacts | undefined): TemplateOnWire | undefined {
  const told = toldValues(facts);
  return told && { ...told, files: [...told.files], asWritten: [...told.asWritten] };
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
