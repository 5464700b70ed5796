import { sampledCount } from '../../../core/estimate/counts/sampled';
import type { EqualTexts, ManyCount } from '../../../core/estimate/counts/many';
import type { CountMethod, TokenCount } from '../../../core/tokens/tokenCount';
import type { ReportSubject, WireCount } from '../../../protocol/subject';

/**
 * The count of a file in a group of models; of a file of requests it is a `ManyCount`, of a template with several samples
 * a `SampledCount`. Undefined if it has none.
 */
export function countOfFile(
  { counts, requests, samples = [] }: ReportSubject['files'][number],
  group: number,
): TokenCount | undefined {
  const count = counts[group];
  if (!count) return undefined;
  const each = samples.map((ofSample) => ofSample[group] ?? count);
  if (each.length > 0) return sampledCount(each.map(countOnWire));
  const sum = countOnWire(count);
  const texts = requests?.texts[group];
  if (!texts) return sum;
  const many: ManyCount = { ...sum, texts: equalTexts(texts, sum.method) };
  return many;
}

export function countOnWire([tokens, low, high, method]: WireCount): TokenCount {
  return { tokens, low, high, method };
}

/** @param numbers five of each text, as they are sent. */
function equalTexts(numbers: readonly number[], method: CountMethod): readonly EqualTexts[] {
  const texts: EqualTexts[] = [];
  for (let at = 0; at < numbers.length; at += 5) {
    const [call = 0, times = 0, tokens = 0, low = 0, high = 0] = numbers.slice(at, at + 5);
    texts.push({ call, times, count: { tokens, low, high, method } });
  }
  return texts;
}
