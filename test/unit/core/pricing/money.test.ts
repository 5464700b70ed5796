import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addMoney,
  compareMoney,
  costOfTokens,
  isPrice,
  moneyRatio,
  moneyToDecimal,
  multiplyMoney,
  sumKnown,
  timesMoney,
  unitsPerToken,
  ZERO_MONEY,
} from '../../../../src/core/pricing/money';

/** Prices as tables write them: up to six decimals, up to 1,000 USD per million tokens. */
const prices = fc.integer({ min: 0, max: 1_000_000_000 }).map((millionths) => millionths / 1e6);
const tokens = fc.integer({ min: 0, max: 2_000_000_000 });

describe('money', () => {
  it('converts a price to units of 1e-15 USD per token through its shortest decimal text', () => {
    const cases: [price: number, units: bigint][] = [
      [0.55, 550_000_000n],
      [15, 15_000_000_000n],
      [0, 0n],
      [0.003625, 3_625_000n],
      [0.000000001, 1n], // prints as 1e-9
      [1e21, 10n ** 30n], // prints as 1e+21
    ];
    assert.deepStrictEqual(
      cases.map(([price]) => unitsPerToken(price)),
      cases.map(([, units]) => units),
    );
  });

  it('rejects numbers that are not prices', () => {
    const wrong = [-0.1, NaN, Infinity, 0.0000000001, 0.1234567891];
    assert.deepStrictEqual(wrong.filter(isPrice), []);
    for (const price of wrong) assert.throws(() => unitsPerToken(price), RangeError);
  });

  it('costs 0.55 USD for a million tokens at 0.55, where floating point gives 0.5499999…', () => {
    assert.equal(moneyToDecimal(costOfTokens(1_000_000, 0.55)), '0.55');
    assert.equal(moneyToDecimal(costOfTokens(10, 0.55)), '0.0000055');
    assert.equal(moneyToDecimal(costOfTokens(1, 0.003625)), '0.000000003625');
    assert.equal(moneyToDecimal(costOfTokens(0, 0.55)), '0');
  });

  it('halves exactly, and adds fractions with different denominators', () => {
    const third = multiplyMoney(costOfTokens(1, 1), { numerator: 1n, denominator: 3n });
    const sum = addMoney(third, addMoney(third, third));
    assert.equal(compareMoney(sum, costOfTokens(1, 1)), 0);
    assert.equal(moneyToDecimal(third), '0.000000333333333');
  });

  it('has a sum only of amounts that are all known', () => {
    const [one, two] = [costOfTokens(1, 1), costOfTokens(2, 1)];
    assert.deepEqual(sumKnown([one, two]), timesMoney(one, 3));
    assert.equal(sumKnown([one, undefined, two]), undefined);
    assert.deepEqual(sumKnown([]), ZERO_MONEY);
  });

  it('has ratios, but not to zero', () => {
    assert.equal(moneyRatio(costOfTokens(1, 15), costOfTokens(1, 0.55)), 27.272727272727273);
    // 1/339.4 reads as 339, not as 340, which a part that is cut off after six decimals would.
    assert.equal(moneyRatio(costOfTokens(5, 0.001), costOfTokens(1697, 0.001)), 5 / 1697);
    assert.equal(moneyRatio(ZERO_MONEY, costOfTokens(1, 1)), 0);
    assert.equal(moneyRatio(costOfTokens(1, 15), ZERO_MONEY), undefined);
  });

  it('is additive and monotone in tokens, and agrees with integer arithmetic', () => {
    fc.assert(
      fc.property(tokens, tokens, prices, (a, b, price) => {
        const sum = addMoney(costOfTokens(a, price), costOfTokens(b, price));
        assert.equal(compareMoney(sum, costOfTokens(a + b, price)), 0);
        assert.ok(compareMoney(sum, costOfTokens(a, price)) >= 0);
        const millionths = BigInt(Math.round(price * 1e6));
        assert.equal(costOfTokens(a, price).numerator, BigInt(a) * millionths * 1000n);
      }),
    );
  });

  it('formats decimals that parse to the same amount', () => {
    fc.assert(
      fc.property(tokens, prices, (count, price) => {
        const [whole = '', decimals = ''] = moneyToDecimal(costOfTokens(count, price)).split('.');
        const units = BigInt(whole + decimals.padEnd(15, '0'));
        assert.equal(units, costOfTokens(count, price).numerator);
      }),
    );
  });
});
