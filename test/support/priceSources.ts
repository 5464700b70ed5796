import type { Model } from '../../src/core/pricing/table/priceTable';
import { modelOf, tableFile } from './priceTables';

const RATES = { input: 0.3, output: 2.5 };

/** A vendor's page, a stored copy and a quotation of one, and two packages. */
export const SOURCES = {
  page: { url: 'https://example.com/prices', checked: '2026-11-01' },
  copy: { url: 'https://example.com/prices', checked: '2026-11-02', storedCopy: true },
  quotation: { url: 'https://example.com/prices', checked: '2026-11-01', quoted: true },
  'package-a': { url: 'https://example.org/a', published: '2026-09-23', version: '0.1.8' },
  'package-b': { url: 'https://example.org/b', published: '2026-11-10', version: '1.5.2' },
};

/** Sources of a period for each degree of trust. */
export const VENDOR = { source: 'page' };
export const COPY = { source: 'copy' };
export const AGREED = { source: 'package-a', alsoIn: ['package-b'] };
export const SINGLE = { source: 'package-a' };
export const DISPUTED = {
  source: 'package-a',
  disagreeing: [{ source: 'package-b', usdPerMillionTokens: { input: 0.33, output: 2.75 } }],
};

/** A table with one model and these sources. @param model replaces properties of the model. */
export function fileWithSources(model: Record<string, unknown>): unknown {
  return { ...(tableFile(model) as object), sources: SOURCES };
}

/** A model that costs 0.3 and 2.5 USD per million tokens. @param period its sources, or other properties. */
export function modelKnownFrom(period: Record<string, unknown>): Model {
  const whole = { from: null, to: null, usdPerMillionTokens: RATES, ...period };
  return modelOf(fileWithSources({ periods: [whole] }));
}
