import assert from 'node:assert/strict';
import { lookAtPrice, parseSeenPrice, type Look } from '../../../../src/core/pricing/seenPrice';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { describeNewPrice } from '../../../../src/wording/views/tooltip';
import { READER } from '../../../support/words';
import { modelOf, tableFile } from '../../../support/priceTables';

function modelAt(
  input: number,
  ...later: readonly (readonly [from: string, input: number])[]
): Model {
  const starts = [null, ...later.map(([from]) => from)];
  const periods = [input, ...later.map(([, rate]) => rate)].map((rate, index) => ({
    from: starts[index],
    to: starts[index + 1] ?? null,
    source: 'page',
    usdPerMillionTokens: { input: rate },
  }));
  return modelOf(tableFile({ periods }));
}

function look(seen: Look['seen'], model: Model, at: string): Look {
  const result = lookAtPrice(seen, model, Date.parse(at));
  // As it is kept.
  const kept: unknown = JSON.parse(JSON.stringify(result.seen));
  return { ...result, seen: parseSeenPrice(kept) };
}

describe('what is new in a price since its user saw it', () => {
  const first = look(undefined, modelAt(15), '2026-11-20T10:00Z');

  it('is nothing at first, and while the numbers are equal', () => {
    assert.equal(first.news, undefined);
    const again = look(first.seen, modelAt(15), '2026-11-25T10:00Z');
    assert.equal(again.news, undefined);
    const elsewhere = look(again.seen, modelAt(1, ['2026-11-01', 15]), '2026-11-26T10:00Z');
    assert.equal(elsewhere.news, undefined, 'of another source and period');
  });

  it('is the rate that differs, with the day on which it was last seen and that of the new one', () => {
    const { news } = look(first.seen, modelAt(12), '2026-11-22T10:00Z');
    assert.ok(news);
    assert.equal(
      describeNewPrice(READER, news),
      'the price has changed since you saw it on Nov 20, 2026: Input: $15.00 → $12.00 per million tokens, checked on Nov 1, 2026',
    );
    const planned = look(first.seen, modelAt(15, ['2026-11-22', 30]), '2026-11-23').news;
    assert.ok(planned);
    assert.match(
      describeNewPrice(READER, planned),
      /\$15\.00 → \$30\.00 .*, from Nov 22, 2026 on$/,
    );
  });

  it('stays new until it is noted, for a week at most', () => {
    const model = modelAt(12);
    const shown = look(first.seen, model, '2026-11-22T23:00Z');
    const sixDaysLater = look(shown.seen, model, '2026-11-28T23:59Z');
    assert.deepStrictEqual(sixDaysLater.news, shown.news);
    assert.equal(look(sixDaysLater.seen, model, '2026-11-29T00:00Z').news, undefined);
    const noted = look(undefined, model, '2026-11-22T23:30Z');
    assert.equal(look(noted.seen, model, '2026-11-23').news, undefined);
  });

  it('is told as long as ever after the clock was set back, and not as seen in the future', () => {
    const ahead = look(undefined, modelAt(15), '2030-01-01');
    const shown = look(ahead.seen, modelAt(12), '2030-01-02');
    const back = look(shown.seen, modelAt(12), '2026-11-22');
    assert.equal(back.news?.seenOn, '2026-11-22');
    assert.ok(look(back.seen, modelAt(12), '2026-11-28').news);
    assert.equal(look(back.seen, modelAt(12), '2026-11-29').news, undefined);
  });

  it('is nothing where what was kept is damaged', () => {
    for (const day of ['', 'yesterday', '2026-13-40', 7, null])
      assert.equal(parseSeenPrice({ rates: { input: 1 }, day }), undefined, String(day));
    const kept = { rates: { input: 1 }, day: '2026-11-20', otherSince: 'soon' };
    assert.equal(parseSeenPrice(kept), undefined);
  });

  it('is nothing when the old price is back', () => {
    const shown = look(first.seen, modelAt(12), '2026-11-22');
    assert.equal(look(shown.seen, modelAt(15), '2026-11-23').news, undefined);
  });

  it('is nothing on a model that is not yet sold, whose known price is kept', () => {
    const planned = modelOf(
      tableFile({
        periods: [
          { from: '2026-11-30', to: null, source: 'page', usdPerMillionTokens: { input: 1 } },
        ],
      }),
    );
    const result = look(first.seen, planned, '2026-11-22');
    assert.deepStrictEqual([result.news, result.seen], [undefined, first.seen]);
    assert.equal(parseSeenPrice({ rates: { input: 'x' }, day: 1 }), undefined);
  });
});
