import type { PriceTable } from './priceTable';

/** The size of a price table. */
export interface TableCounts {
  readonly providers: number;
  readonly models: number;
  readonly periods: number;
}

export function countTable({ models }: PriceTable): TableCounts {
  return {
    providers: new Set(models.map(({ provider }) => provider)).size,
    models: models.length,
    periods: models.reduce((sum, { periods }) => sum + periods.length, 0),
  };
}
