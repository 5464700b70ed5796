import assert from 'node:assert/strict';
import { estimateTexts } from '../../../src/core/estimate/estimate';
import { parseStrictJson } from '../../../src/core/jsonc';
import { mergeTables } from '../../../src/core/pricing/table/merge';
import { parsePriceTable } from '../../../src/core/pricing/table/parse';
import type { PriceTable } from '../../../src/core/pricing/table/priceTable';
import { TablesAt } from '../../../src/core/pricing/tablesAt';
import { finish } from '../../../src/core/scheduling/sliced';
import { completeScenario } from '../../../src/core/scenario/scenario';
import { KNOWN_TOKENIZERS } from '../../../src/core/tokens/knownTokenizers';
import { modelsFromJson, modelsToJson } from '../../../src/protocol/models';
import { describeJsonError } from '../../../src/wording/json';
import { notJson, notPriceTable } from '../../../src/wording/views/prices';
import { ENGLISH } from '../../../src/wording/words';
import { assertShown, holds, hostileJson, jsonText, mutated } from '../../support/fuzz';
import { tableFile } from '../../support/priceTables';
import { exact } from '../../support/reports';

const NOW_MS = Date.UTC(2026, 10, 28);
const { encodings, calibrations } = KNOWN_TOKENIZERS;

const FACTOR = { numerator: 1, denominator: 2, source: 'page' };
const RATES = { input: 1, cachedInput: 0.5, cacheWrite: 1.25, output: 2 };

/** A table with all that the format has, and one of version 1. */
const WHOLE = {
  ...(tableFile({
    aliases: ['one-2026'],
    contextWindowTokens: 200_000,
    maxOutputTokens: 8000,
    cacheMinimumTokens: 1024,
    factors: { batch: FACTOR, fast: { ...FACTOR, exceptRates: ['cachedInput'] } },
    periods: [
      { from: null, to: '2026-01-01', source: 'page', usdPerMillionTokens: RATES },
      {
        from: '2026-01-01',
        to: null,
        source: 'page',
        checked: '2026-10-01',
        usdPerMillionTokens: RATES,
        tiers: [{ fromPromptTokens: 200_001, usdPerMillionTokens: { input: 2, output: 4 } }],
        windows: [
          {
            name: 'night',
            weekdays: [1, 2],
            calendarOffset: '+08:00',
            timesUtc: [{ from: '22:00', to: '04:00' }],
            exceptHolidays: 'days',
            usdPerMillionTokens: { input: 0.5, output: 1 },
          },
        ],
      },
    ],
  }) as object),
  holidays: { days: { dates: ['2026-05-01'], knownUntil: '2026-12-31', source: 'page' } },
};
const FIRST = { ...(tableFile() as object), schemaVersion: 1 };

describe('random price tables', function () {
  this.timeout(0);

  it('are read, or refused with the path of a value and a reason', () => {
    holds(mutated(WHOLE, WHOLE, FIRST), (json) => {
      const result = parsePriceTable(json, encodings, calibrations, NOW_MS);
      if (result.ok) return priceAll(result.table);
      for (const problem of result.problems.slice(0, 5))
        assertShown(notPriceTable(ENGLISH, 'prices.json', problem));
    });
  });

  it('of any JSON are refused', () => {
    holds(hostileJson, (json) => {
      const result = parsePriceTable(json, encodings, calibrations, NOW_MS);
      assert.ok(!result.ok);
      assertShown(notPriceTable(ENGLISH, 'prices.json', result.problems[0]));
    });
  });

  it('with errors of syntax are refused with the line', () => {
    holds(jsonText(mutated(FIRST)), (text) => {
      const parsed = parseStrictJson(text);
      if (parsed.ok) return;
      const reason = describeJsonError(ENGLISH, parsed.error, parsed.line);
      assertShown(notJson(ENGLISH, 'prices.json', reason));
    });
  });
});

describe('random price tables without mutations', () => {
  it('begin with valid ones', () => {
    for (const valid of [WHOLE, FIRST]) {
      const result = parsePriceTable(valid, encodings, calibrations, NOW_MS);
      assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems));
    }
  });
});

/** Prices each model at several times under several assumptions. */
function priceAll(table: PriceTable): void {
  mergeTables(table, table);
  const read = modelsFromJson(finish(modelsToJson(table.models)));
  assert.equal(read.length, table.models.length);
  for (const atMs of [0, NOW_MS, Date.UTC(2026, 4, 1, 23), 8.64e15]) {
    for (const model of new TablesAt(table).at(atMs).models) {
      for (const scenario of [
        completeScenario({ outputTokens: 500 }),
        completeScenario({
          outputTokens: 0,
          batch: true,
          cachedShare: 1,
          cacheWrite: 'long',
          conversationTurns: 5,
        }),
      ]) {
        const { price } = estimateTexts(model, [exact(0), exact(300_000)], scenario, atMs);
        if (price.kind === 'priced') assert.ok(price.expected.total.numerator >= 0n);
      }
    }
  }
}
