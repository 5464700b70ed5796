import assert from 'node:assert/strict';
import {
  factorOn,
  findFactors,
  STANDARD_TERMS,
  type Terms,
} from '../../../../../src/core/pricing/rates/factors';
import { bundledModel } from '../../../../support/priceTables';

/** The product and the names of the factors, or the reason. */
function find(id: string, terms: Partial<Terms>): string {
  const result = findFactors(bundledModel(id).periods[0].factors, { ...STANDARD_TERMS, ...terms });
  if (result.kind === 'none') return result.reason;
  const { numerator, denominator } = factorOn(result.factors, 'input');
  return [`${numerator}/${denominator}`, ...result.factors.map(({ name }) => name)].join(' ');
}

describe('factors', () => {
  it('multiplies the factors of the terms as fractions', () => {
    assert.deepStrictEqual(
      [
        find('gpt-6-luna', {}),
        find('gpt-6-luna', { batch: true }),
        find('gpt-6-luna', { serviceTier: 'fast', regional: true }),
        find('kimi-k2.5', { batch: true }),
        find('claude-opus-5-5', { serviceTier: 'fast' }),
      ],
      ['1/1', '1/2 batch', '22/10 fast regional', '3/5 batch', '2/1 fast'],
    );
  });

  it('has a reason if the table has no factor for a term', () => {
    assert.deepStrictEqual(
      [
        find('deepseek-flash', { batch: true }),
        find('kimi-k3', { batch: true }),
        find('gemini-3.8-flash', { serviceTier: 'ultrafast' }),
        find('gpt-4o', { regional: true }),
        find('gpt-6-luna', { batch: true, serviceTier: 'fast' }),
      ],
      ['noBatch', 'noBatch', 'noServiceTier', 'noRegional', 'batchHasNoTiers'],
    );
  });

  it('cites a source for each factor', () => {
    const { batch } = bundledModel('gpt-6-luna').periods[0].factors;
    assert.match(batch?.source.url ?? '', /^https:\/\/developers\.openai\.com\//);
  });
});
