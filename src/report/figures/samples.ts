import { groupOf } from '../../core/estimate/counts/groups';
import { estimateCall, type Estimate } from '../../core/estimate/estimate';
import type { Model } from '../../core/pricing/table/priceTable';
import { countOnWire } from './files/counts';
import type { Question } from './question';

/** The estimates of a template with each of its samples, on one model; empty if there are not several. */
export function estimateSamples(
  { subject, scenario, atMs }: Question,
  model: Model,
): readonly Estimate[] {
  const index = subject.groups.indexOf(groupOf(model));
  return (subject.samples ?? []).flatMap((counts) => {
    const count = counts[index];
    return count ? [estimateCall(model, countOnWire(count), scenario, atMs)] : [];
  });
}
