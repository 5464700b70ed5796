import assert from 'node:assert/strict';
import { lookUpRates } from '../../../../../src/core/pricing/rates/lookup';
import { findWindow } from '../../../../../src/core/pricing/rates/timeWindow';
import { bundledModel, modelOf, tableFile } from '../../../../support/priceTables';

/** Input rate, and the window's name. */
function at(id: string, instant: string): string {
  const result = lookUpRates(bundledModel(id), Date.parse(instant), 1);
  if (result.kind === 'none') return result.reason;
  return `${result.rates.input}${result.window ? ` ${result.window.name}` : ''}`;
}

describe('time windows', () => {
  it('double the rate in the peak hours of a working day, on both sides of each bound', () => {
    const cases: [string, string][] = [
      ['2026-11-23T00:59:59Z', '0.15'],
      ['2026-11-23T01:00:00Z', '0.3 peak'],
      ['2026-11-23T03:59:59.999Z', '0.3 peak'],
      ['2026-11-23T04:00:00Z', '0.15'],
      ['2026-11-23T05:59:59Z', '0.15'],
      ['2026-11-23T06:00:00Z', '0.3 peak'],
      ['2026-11-23T09:59:59Z', '0.3 peak'],
      ['2026-11-23T10:00:00Z', '0.15'],
    ];
    assert.deepStrictEqual(
      cases.map(([instant]) => at('deepseek-flash', instant)),
      cases.map(([, rate]) => rate),
    );
  });

  it('have no peak on weekends from 2026-08-22T16:00Z on, and had one before', () => {
    assert.deepStrictEqual(
      [
        '2026-08-16T02:00:00Z',
        '2026-08-17T02:00:00Z',
        '2026-08-22T02:00:00Z',
        '2026-08-23T02:00:00Z',
      ].map((instant) => at('deepseek-v4-pro', instant)),
      ['0.435', '1.32 peak', '1.32 peak', '0.66'],
    );
    assert.equal(at('deepseek-v4-pro', '2026-11-20T02:00:00Z'), '1.32 peak', 'Friday');
    assert.equal(at('deepseek-v4-pro', '2026-11-21T02:00:00Z'), '0.66', 'Saturday');
  });

  it('do not apply on Chinese public holidays, from midnight to midnight in Beijing', () => {
    const cases: [string, string][] = [
      ['2026-09-24T09:59:59Z', '0.3 peak'], // Thursday 17:59 in Beijing
      ['2026-09-25T01:00:00Z', '0.15'], // Mid-Autumn, a Friday
      ['2026-09-30T02:00:00Z', '0.3 peak'], // Wednesday
      ['2026-10-01T02:00:00Z', '0.15'], // National Day, a Thursday
      ['2026-10-07T09:59:59Z', '0.15'], // its last day, a Wednesday
      ['2026-10-08T01:00:00Z', '0.3 peak'],
      ['2026-10-10T02:00:00Z', '0.15'], // a Saturday on which one works: weekends are off-peak
    ];
    assert.deepStrictEqual(
      cases.map(([instant]) => at('deepseek-flash', instant)),
      cases.map(([, rate]) => rate),
    );
    const allDay = {
      name: 'day',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      calendarOffset: '+08:00',
      timesUtc: [{ from: '00:00', to: '00:00' }],
      exceptHolidays: 'china',
      usdPerMillionTokens: { input: 2 },
    };
    const period = { from: null, to: null, source: 'page', usdPerMillionTokens: { input: 1 } };
    const model = modelOf({
      ...(tableFile({ periods: [{ ...period, windows: [allDay] }] }) as object),
      holidays: { china: { dates: ['2026-10-01'], knownUntil: '2026-12-31', source: 'page' } },
    });
    // Midnight in Beijing is 16:00 UTC of the day before.
    assert.deepStrictEqual(
      [
        '2026-09-30T15:59:59.999Z',
        '2026-09-30T16:00:00Z',
        '2026-10-01T15:59:59.999Z',
        '2026-10-01T16:00:00Z',
      ].map((instant) => findWindow(model.periods[0].windows, Date.parse(instant)) !== undefined),
      [true, false, false, true],
    );
  });

  it('say so when the holidays of a day are not known yet', () => {
    const unknown = (instant: string): boolean => {
      const result = lookUpRates(bundledModel('deepseek-flash'), Date.parse(instant), 1);
      return result.kind === 'rates' && result.holidayUnknown;
    };
    // Thursday 31 December; New Year's Day is known by law; Monday 4 January; at night the hours do not apply anyway
    assert.deepStrictEqual(
      [
        '2026-12-31T02:00:00Z',
        '2027-01-01T02:00:00Z',
        '2027-01-04T02:00:00Z',
        '2027-01-04T20:00:00Z',
      ].map(unknown),
      [false, false, true, false],
    );
  });

  it('may run past midnight: the off-peak nights of 2025', () => {
    const cases: [string, string][] = [
      ['2025-02-26T16:29:59Z', '0.55'],
      ['2025-02-26T16:30:00Z', '0.135 off-peak'],
      ['2025-02-27T00:29:59Z', '0.135 off-peak'],
      ['2025-02-27T00:30:00Z', '0.55'],
      ['2025-01-27T20:00:00Z', '0.55'],
    ];
    assert.deepStrictEqual(
      cases.map(([instant]) => at('deepseek/deepseek-r1', instant)),
      cases.map(([, rate]) => rate),
    );
  });

  it('do not apply when the model is no longer sold', () => {
    assert.equal(at('deepseek/deepseek-r1', '2026-11-23T20:00:00Z'), '0.55');
  });

  it("use the weekday of the vendor's calendar", () => {
    const window = {
      name: 'monday',
      weekdays: [1],
      calendarOffset: '+08:00',
      timesUtc: [{ from: '00:00', to: '00:00' }],
      usdPerMillionTokens: { input: 2 },
    };
    const isMonday = (calendarOffset: string, instant: string): boolean => {
      const periods = [
        {
          from: null,
          to: null,
          source: 'page',
          usdPerMillionTokens: { input: 1 },
          windows: [{ ...window, calendarOffset }],
        },
      ];
      const [period] = modelOf(tableFile({ periods })).periods;
      return findWindow(period.windows, Date.parse(instant)) !== undefined;
    };
    // 2026-11-23 is a Monday.
    assert.deepStrictEqual(
      [
        isMonday('+08:00', '2026-11-22T15:59:59Z'),
        isMonday('+08:00', '2026-11-22T16:00:00Z'),
        isMonday('+00:00', '2026-11-22T23:59:59Z'),
        isMonday('+00:00', '2026-11-23T00:00:00Z'),
        isMonday('-03:30', '2026-11-23T03:29:59Z'),
        isMonday('-03:30', '2026-11-23T03:30:00Z'),
        isMonday('+00:00', '1969-12-29T00:00:00Z'),
        isMonday('+00:00', '1969-12-28T23:59:59Z'),
      ],
      [false, true, false, true, false, true, true, false],
    );
  });
});
