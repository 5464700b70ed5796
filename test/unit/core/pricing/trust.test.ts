import assert from 'node:assert/strict';
import { applyOverrides } from '../../../../src/core/pricing/own/overrides';
import type { Period } from '../../../../src/core/pricing/table/priceTable';
import type { Rates } from '../../../../src/core/pricing/table/rateSchema';
import { agreeingSources, disagreements, trustOf } from '../../../../src/core/pricing/trust';
import {
  AGREED,
  COPY,
  DISPUTED,
  modelKnownFrom,
  SINGLE,
  VENDOR,
} from '../../../support/priceSources';

const periodKnownFrom = (period: Record<string, unknown>): Period =>
  modelKnownFrom(period).periods[0];

/** The period with the user's own rates. */
function overridden(period: Record<string, unknown>, own: Rates): Period {
  const table = { models: [modelKnownFrom(period)] };
  const result = applyOverrides(table, { 'acme/one': own }, 'user', 0);
  const [first] = result.table.models;
  assert.ok(first);
  return first.periods[0];
}

describe('the trust in a price', () => {
  const cases = [
    ['a page of the vendor that was read', VENDOR, 'vendor', ['example.com']],
    ['a stored copy of such a page', COPY, 'copy', ['example.com']],
    ['a page that others quote', { source: 'quotation' }, 'single', ['example.com']],
    [
      'a quotation that a package agrees with',
      { source: 'quotation', alsoIn: ['package-b'] },
      'agreed',
      ['example.com', 'package-b 1.5.2'],
    ],
    ['two packages', AGREED, 'agreed', ['package-a 0.1.8', 'package-b 1.5.2']],
    ['one package', SINGLE, 'single', ['package-a 0.1.8']],
    ['a package whose day is known', { ...SINGLE, checked: '2026-07-01' }, 'single', undefined],
    ['a package that another one disagrees with', DISPUTED, 'single', ['package-a 0.1.8']],
  ] as const;
  for (const [title, given, trust, names = ['package-a 0.1.8']] of cases) {
    it(`is "${trust}" for ${title}`, () => {
      const period = periodKnownFrom(given);
      assert.equal(trustOf(period), trust);
      assert.deepStrictEqual(
        agreeingSources(period).map(({ name }) => name),
        names,
      );
    });
  }

  it("is the user's own if all rates are, and else that of the other rates", () => {
    const wholly = overridden(AGREED, { input: 1, output: 2 });
    assert.deepStrictEqual([trustOf(wholly), agreeingSources(wholly)], ['own', []]);
    assert.equal(trustOf(overridden(AGREED, { input: 1 })), 'agreed');
  });
});

describe('disagreeing sources', () => {
  const named = (period: Period): unknown =>
    disagreements(period).map(({ source, rates }) => [source.name, rates]);

  it('are listed with the rates that differ', () => {
    assert.deepStrictEqual(named(periodKnownFrom(DISPUTED)), [
      [
        'package-b 1.5.2',
        [
          { name: 'input', used: 0.3, other: 0.33 },
          { name: 'output', used: 2.5, other: 2.75 },
        ],
      ],
    ]);
  });

  it('do not disagree on an equal rate, or on one that they lack', () => {
    const withOther = (usdPerMillionTokens: Rates): Period =>
      periodKnownFrom({
        ...DISPUTED,
        disagreeing: [{ source: 'package-b', usdPerMillionTokens }],
      });
    assert.deepStrictEqual(named(withOther({ input: 0.3, output: 2.75 })), [
      ['package-b 1.5.2', [{ name: 'output', used: 2.5, other: 2.75 }]],
    ]);
    assert.deepStrictEqual(named(withOther({ cachedInput: 0.03 })), [
      ['package-b 1.5.2', [{ name: 'cachedInput', used: undefined, other: 0.03 }]],
    ]);
    assert.deepStrictEqual(named(withOther({ input: 0.3 })), []);
  });

  it("do not disagree with the user's own rates", () => {
    assert.deepStrictEqual(named(overridden(DISPUTED, { input: 1 })), [
      ['package-b 1.5.2', [{ name: 'output', used: 2.5, other: 2.75 }]],
    ]);
    const cached = [{ source: 'package-b', usdPerMillionTokens: { cachedInput: 0.03 } }];
    for (const disagreeing of [DISPUTED.disagreeing, cached]) {
      const wholly = overridden({ ...DISPUTED, disagreeing }, { input: 1, output: 2 });
      assert.deepStrictEqual(named(wholly), []);
    }
  });
});
