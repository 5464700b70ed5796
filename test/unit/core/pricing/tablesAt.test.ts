import assert from 'node:assert/strict';
import { TablesAt } from '../../../../src/core/pricing/tablesAt';
import { parsePriceTable } from '../../../../src/core/pricing/table/parse';
import { ENCODINGS } from '../../../../src/core/tokens/encodings';
import { bundledTable, tableFile } from '../../../support/priceTables';

const tables = new TablesAt(bundledTable());

/** "encoding accuracy, cache minimum". */
function countingOf(id: string, at: string): string {
  const model = tables.at(Date.parse(at)).models.find((each) => each.id === id);
  assert.ok(model);
  const { tokenizer, cacheMinimumTokens } = model;
  return `${tokenizer.encoding} ${tokenizer.accuracy}, ${cacheMinimumTokens}`;
}

describe('a price table at a time', () => {
  it('counts and caches a model as the one that answers for it, from that time on', () => {
    assert.deepStrictEqual(
      ['2026-11-30T23:59:59Z', '2026-12-01'].map((at) => countingOf('google/gemini-2.5-pro', at)),
      ['gemma3 exact, 2048', 'gemma3 estimated, 4096'],
    );
    assert.deepStrictEqual(
      ['2026-09-10T03:59:59Z', '2026-09-10T04:00:00Z'].map((at) =>
        countingOf('deepseek/deepseek-v4-flash', at),
      ),
      ['deepseek_v3 exact, undefined', 'deepseek_v3 near-exact, undefined'],
    );
  });

  it('leaves a model as it is that is no longer sold', () => {
    const period = { source: 'page', usdPerMillionTokens: { input: 1 } };
    const periods = [
      { ...period, from: null, to: '2026-01-01', servedBy: { model: 'one', source: 'page' } },
    ];
    const result = parsePriceTable(tableFile({ periods }), ENCODINGS);
    assert.ok(result.ok);
    const own = new TablesAt(result.table);
    assert.notEqual(own.at(Date.parse('2025-12-31')), result.table);
    assert.equal(own.at(Date.parse('2026-01-01')), result.table);
  });

  it('keeps the prices of the model itself', () => {
    const at = Date.parse('2026-12-02');
    const [own, then] = [bundledTable(), tables.at(at)].map((table) =>
      table.models.find(({ id }) => id === 'google/gemini-2.5-pro'),
    );
    assert.equal(then?.periods, own?.periods);
  });

  it('is the same object as long as the same models answer', () => {
    assert.equal(tables.at(Date.parse('2025-06-01')), bundledTable(), 'nothing is answered yet');
    const days = ['2026-11-01', '2026-11-27', '2026-12-02'].map((day) =>
      tables.at(Date.parse(day)),
    );
    assert.equal(days[0], days[1]);
    assert.notEqual(days[1], days[2]);
    assert.equal(tables.at(Date.parse('2026-11-02')), days[0], 'also after another time');
  });
});
