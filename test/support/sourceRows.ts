import type { SourceRow } from '../../scripts/pricing/sources/row';
import type { Rates } from '../../src/core/pricing/table/rateSchema';

/** A model as a source lists it, with one price of unknown days. */
export function sourceRow(id: string, rates: Rates, more: Partial<SourceRow> = {}): SourceRow {
  return {
    id,
    name: undefined,
    kind: 'text',
    periods: [{ from: null, to: null, usdPerMillionTokens: rates }],
    contextWindowTokens: undefined,
    maxOutputTokens: undefined,
    aliases: [],
    ends: undefined,
    ...more,
  };
}
