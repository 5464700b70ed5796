import assert from 'node:assert/strict';
import { nextRateChange } from '../../../../../src/core/pricing/rates/nextChange';
import { lookUpRates } from '../../../../../src/core/pricing/rates/lookup';
import { bundledModel, bundledTable, modelOf, tableFile } from '../../../../support/priceTables';

/** The instant after `at`, or "never". */
function next(id: string, at: string): string {
  const ms = nextRateChange(bundledModel(id), Date.parse(at));
  return ms === undefined ? 'never' : new Date(ms).toISOString().replace(':00.000Z', 'Z');
}

describe('the next change of rates', () => {
  it('is at the start and end of peak hours, on both sides of each edge', () => {
    const cases: [string, string][] = [
      ['2026-11-23T00:59:59.999Z', '2026-11-23T01:00Z'],
      ['2026-11-23T01:00:00Z', '2026-11-23T04:00Z'],
      ['2026-11-23T03:59:59.999Z', '2026-11-23T04:00Z'],
      ['2026-11-23T04:00:00Z', '2026-11-23T06:00Z'],
      ['2026-11-23T10:00:00Z', '2026-11-24T01:00Z'],
    ];
    assert.deepStrictEqual(
      cases.map(([at]) => next('deepseek-flash', at)),
      cases.map(([, edge]) => edge),
    );
  });

  it('skips a weekend without peak hours', () => {
    assert.equal(next('deepseek-flash', '2026-11-20T10:00:00Z'), '2026-11-23T01:00Z');
  });

  it('steps over public holidays', () => {
    assert.equal(next('deepseek-flash', '2026-09-24T10:00:00Z'), '2026-09-28T01:00Z');
    // National Day, a week of holidays and no working Saturday: from Wednesday to Thursday of the next week
    assert.equal(next('deepseek-flash', '2026-09-30T10:00:00Z'), '2026-10-08T01:00Z');
    assert.equal(next('deepseek-flash', '2026-10-03T02:00:00Z'), '2026-10-08T01:00Z');
  });

  it('steps over holidays of any number', () => {
    const dates = Array.from({ length: 40 }, (_, day) =>
      new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10),
    );
    const daily = {
      name: 'morning',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      calendarOffset: '+00:00',
      timesUtc: [{ from: '08:00', to: '09:00' }],
      exceptHolidays: 'long',
      usdPerMillionTokens: { input: 2 },
    };
    const period = { from: null, to: null, source: 'page', usdPerMillionTokens: { input: 1 } };
    const model = modelOf({
      ...(tableFile({ periods: [{ ...period, windows: [daily] }] }) as object),
      holidays: { long: { dates, knownUntil: '2026-12-31', source: 'page' } },
    });
    assert.equal(
      nextRateChange(model, Date.parse('2026-10-01T00:00:00Z')),
      Date.parse('2026-11-10T08:00:00Z'),
    );
  });

  it('follows windows past midnight', () => {
    assert.equal(next('deepseek/deepseek-r1', '2025-02-27T12:00:00Z'), '2025-02-27T16:30Z');
    assert.equal(next('deepseek/deepseek-r1', '2025-02-27T16:30:00Z'), '2025-02-28T00:30Z');
  });

  it('is at the start and end of a period, also before the model is sold', () => {
    assert.equal(next('gpt-5.6-sol', '2026-08-20T23:59:59.999Z'), '2026-08-21T00:00Z');
    assert.equal(next('o1', '2026-10-22'), '2026-10-23T00:00Z');
    assert.equal(next('deepseek/deepseek-r1', '2025-01-01'), '2025-01-20T00:00Z');
  });

  it('is undefined if no change is known', () => {
    assert.equal(next('o1', '2026-10-23'), 'never');
    assert.equal(next('deepseek/deepseek-r1', '2026-11-23'), 'never');
  });

  it("uses midnight of the vendor's calendar", () => {
    const edgeFrom = (calendarOffset: string): number | undefined => {
      const monday = {
        name: 'monday',
        weekdays: [1],
        calendarOffset,
        timesUtc: [{ from: '00:00', to: '00:00' }],
        usdPerMillionTokens: { input: 2 },
      };
      const period = { from: null, to: null, source: 'page', usdPerMillionTokens: { input: 1 } };
      const model = modelOf(tableFile({ periods: [{ ...period, windows: [monday] }] }));
      return nextRateChange(model, Date.parse('2026-11-19T12:00:00Z'));
    };
    assert.equal(edgeFrom('+08:00'), Date.parse('2026-11-22T16:00:00Z'));
    assert.equal(edgeFrom('-03:30'), Date.parse('2026-11-23T03:30:00Z'));
    assert.equal(edgeFrom('+00:00'), Date.parse('2026-11-23T00:00:00Z'));
  });

  it('agrees with rate lookup for every model with windows, over ten days', () => {
    const stepMs = 10 * 60_000;
    const fromMs = Date.parse('2026-08-17T00:00:00Z');
    const timed = bundledTable().models.filter(({ periods }) =>
      periods.some(({ windows }) => windows.length > 0),
    );
    assert.ok(timed.length > 2);
    for (const model of timed) {
      const ratesAt = (ms: number): string => {
        const found = lookUpRates(model, ms, 1);
        return found.kind === 'none' ? found.reason : JSON.stringify([found.rates, found.retired]);
      };
      let edge = nextRateChange(model, fromMs) ?? Infinity;
      for (let ms = fromMs + stepMs; ms < fromMs + 10 * 86_400_000; ms += stepMs) {
        const isSame = ratesAt(ms) === ratesAt(ms - stepMs);
        // A new period may begin with the rates of the last.
        if (!isSame) assert.equal(ms, edge, `${model.id} at ${new Date(ms).toISOString()}`);
        if (ms >= edge) edge = nextRateChange(model, ms) ?? Infinity;
      }
    }
  });
});
