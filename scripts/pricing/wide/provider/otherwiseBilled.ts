import type { BillingUnit, ProviderRow } from '../../../../src/core/pricing/table/schema';
import type { SourceRow } from '../../sources/row';
import { otherUnit } from '../skipped';
import type { WideHand } from '../wideHand';

/** The other ids that a source has for such a model are of the same unit, unless a rule says otherwise. */
export function otherwiseBilled(
  rows: readonly SourceRow[],
  subscribed: readonly string[],
  stated: WideHand['notPricedByTokens'][string],
): NonNullable<ProviderRow['notPricedByTokens']> {
  const units = new Map<string, BillingUnit | undefined>();
  for (const { id, aliases } of rows) {
    const unit = otherUnit(id);
    const others = unit === undefined ? [] : aliases;
    for (const name of others) units.set(name, otherUnit(name) ?? unit);
    units.set(id, unit);
  }
  for (const id of subscribed) units.set(id, 'subscription');
  for (const [unit, ids] of Object.entries(stated)) {
    for (const id of ids) units.set(id, unit as BillingUnit);
  }
  return [...units]
    .flatMap(([id, unit]) => (unit === undefined ? [] : [{ id, unit }]))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
