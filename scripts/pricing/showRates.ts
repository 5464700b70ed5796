import type { Rates } from '../../src/core/pricing/table/rateSchema';

/** "input / cached / output" */
export function showRates({ input, cachedInput, output }: Rates): string {
  return [input, cachedInput, output].map((rate) => rate ?? '-').join(' / ');
}
