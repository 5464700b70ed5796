import type { Model } from '../../core/pricing/table/priceTable';
import type { ReportSubject } from '../../protocol/subject';
import { wireCount } from '../../protocol/wire';
import type { CountedSubject } from '../live/counted';

/** What is the same in each call, for each group of models. */
export function beginningOf(
  models: readonly Model[],
  { beginningOn }: Pick<CountedSubject, 'beginningOn'>,
): Pick<ReportSubject, 'beginning'> {
  const beginnings = models.flatMap((model) => beginningOn(model) ?? []);
  const [first] = beginnings;
  if (!first) return {};
  return {
    beginning: { kind: first.kind, counts: beginnings.map(({ count }) => wireCount(count)) },
  };
}
