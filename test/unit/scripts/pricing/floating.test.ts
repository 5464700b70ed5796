import assert from 'node:assert/strict';
import {
  describeRefused,
  isAbsurd,
  isAbsurdReading,
  marketOf,
  siftEntry,
  withRefused,
} from '../../../../scripts/pricing/wide/floating';
import type { Reading } from '../../../../scripts/pricing/wide/entries';
import type { Rates } from '../../../../src/core/pricing/table/rateSchema';
import type { ProviderRow } from '../../../../src/core/pricing/table/schema';
import { bundledTable } from '../../../support/priceTables';
import { sourceRow } from '../../../support/sourceRows';

function reading(id: string, day: string, rates: Rates): Reading {
  const row = sourceRow('moonshotai/kimi-k3', rates);
  const source = { id, day, lineage: id, isDated: false, isPartial: false, rows: () => [row] };
  return { source, row };
}

function sellers(cards: readonly Rates[]): readonly ProviderRow[] {
  return cards.map((usdPerMillionTokens, index) => ({
    id: `host-${index}`,
    name: 'Host',
    models: [
      {
        id: 'kimi-k3',
        name: 'Kimi K3',
        weights: 'kimi-k3',
        tokenizer: 't',
        periods: [{ from: null, to: null, source: 'page', usdPerMillionTokens }],
      },
    ],
  }));
}

const MARKET = marketOf(
  sellers([
    { input: 2, output: 10 },
    { input: 3, output: 15 },
    { input: 3, output: 15 },
  ]),
  '2026-11-20',
);

const isAbsurdHere = (each: Reading): boolean => isAbsurdReading(each, MARKET);

describe("absurd prices in a gateway's list", () => {
  const sold = MARKET.get('kimi-k3');

  it('have cached input at more than 80 % of input', () => {
    assert.equal(isAbsurd({ input: 0.0699, cachedInput: 0.0689, output: 1.4 }), true);
    assert.equal(isAbsurd({ input: 0.5, cachedInput: 0.4, output: 2.15 }), false);
    assert.equal(isAbsurd({ input: 1, cachedInput: 1, output: 2 }), false);
  });

  it('or an input far below that of the other sellers, with an output like theirs', () => {
    assert.equal(isAbsurd({ input: 0.253, output: 8.8 }, sold), true);
    // A discount on both rates.
    assert.equal(isAbsurd({ input: 0.253, output: 1.2 }, sold), false);
    // Less than four times below, and nothing to compare with.
    assert.equal(isAbsurd({ input: 0.76, output: 16 }, sold), false);
    assert.equal(isAbsurd({ input: 0.253, output: 8.8 }), false);
    assert.equal(isAbsurd({ input: 0.253, output: 8.8 }, { inputs: [3], ratios: [5] }), false);
    // Another seller asks hardly more.
    const near = { inputs: [0.4, 3, 3], ratios: [5, 5, 5] };
    assert.equal(isAbsurd({ input: 0.253, output: 8.8 }, near), false);
  });

  it('give way to an older source, which they then dispute', () => {
    const absurd = reading('list', '2026-11-20', { input: 0.192, cachedInput: 0.182, output: 16 });
    const older = reading('older', '2026-09-23', { input: 3, cachedInput: 0.3, output: 15 });
    const sifted = siftEntry({ hand: undefined, readings: [absurd, older] }, isAbsurdHere);
    assert.deepEqual([sifted.entry.readings, sifted.refused], [[older], [absurd]]);
    assert.deepEqual(describeRefused('gate', sifted), [
      'gate/moonshotai/kimi-k3: list 0.192 / 0.182 / 16; the price of older is used',
    ]);
    const period = {
      from: null,
      to: null,
      source: 'older',
      usdPerMillionTokens: { input: 3, cachedInput: 0.3, output: 15 },
    };
    assert.deepEqual(withRefused([period], [absurd])[0]?.disagreeing, [
      { source: 'list', usdPerMillionTokens: { input: 0.192, cachedInput: 0.182, output: 16 } },
    ]);
  });

  it('leave no row without another source', () => {
    const absurd = reading('list', '2026-11-20', { input: 0.192, cachedInput: 0.182, output: 16 });
    const sifted = siftEntry({ hand: undefined, readings: [absurd] }, isAbsurdHere);
    assert.deepEqual(sifted.entry.readings, []);
    assert.match(describeRefused('gate', sifted)[0] ?? '', /16; no row$/);
  });

  it('are not in the table', () => {
    const last = (id: string): unknown => {
      const period = bundledTable()
        .models.find((model) => model.id === id)
        ?.periods.at(-1);
      return period && [period.rates.input, period.rates.cachedInput, period.rates.output];
    };
    assert.deepEqual(last('openrouter/moonshotai/kimi-k3'), [3, 0.3, 15]);
    assert.deepEqual(last('openrouter/z-ai/glm-5.3'), [1.4, 0.26, 4.4]);
    assert.deepEqual(last('openrouter/qwen/qwen3.8-27b'), [0.42, 0.085, 3]);
    assert.deepEqual(last('vercel/alibaba/qwen3.8-27b'), [0.5, 0.1, 3]);
    assert.equal(last('openrouter/moonshotai/kimi-k3.1-pro'), undefined);
    const gateways = bundledTable().models.filter(({ provider }) =>
      ['openrouter', 'vercel', 'venice'].includes(provider),
    );
    const absurd = gateways.filter(({ periods }) => periods.some(({ rates }) => isAbsurd(rates)));
    assert.deepEqual(
      absurd.map(({ id }) => id),
      [],
    );
  });
});
