import assert from 'node:assert/strict';
import { ownSource, partlyOwn } from '../../../../src/core/pricing/own/rates';
import type { Model, Source } from '../../../../src/core/pricing/table/priceTable';
import { plainModel } from '../../../../src/core/pricing/table/rows/tableModel';
import { derivationNotes, marksOf, type Mark } from '../../../../src/wording/page/derivation';
import { sourceNote } from '../../../../src/wording/price';
import { READER } from '../../../support/words';
import { bundledModel, modelOf, tableFile } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

const PERIOD = {
  from: null,
  to: null,
  source: 'page',
  usdPerMillionTokens: { input: 1, output: 2 },
};

function modelWith(change: (source: Source) => Source): Model {
  const model = modelOf(tableFile({ periods: [PERIOD] }));
  const [period] = model.periods;
  return { ...model, periods: [{ ...period, source: change(period.source) }] };
}

const OLD = (source: Source): Source => ({ ...source, checked: '2026-01-01' });
const OLD_MARK = {
  label: 'old price',
  reason: 'Checked on Jan 1, 2026: it may have changed.',
  isWarning: true,
};
const OLD_NOTE =
  '$(warning) Old price [read at the vendor](https://example.com/prices), checked on Jan 1, 2026.';
const OWN_MARK = { label: 'your own price', isWarning: false };
const WHOLLY = 'Your own price, from your settings.';
const TEAM_MARK = { label: "your team's price", isWarning: false };
const TEAMS = "Your team's price, from .api-spend.json.";
const PARTLY_TEAMS = "Partly your team's price, from .api-spend.json.";
const PARTLY = 'Partly your own price, from your settings.';

const AGE = { atMs: Date.parse('2026-11-23'), staleAfterDays: 120 };

describe('the age and the owner of a price, on a row of the report and in the tooltip', () => {
  const cases = [
    ["the vendor's price", OLD, [OLD_MARK], OLD_NOTE],
    ['an own price', () => ownSource('user'), [{ ...OWN_MARK, reason: WHOLLY }], WHOLLY],
    [
      'a price that is partly own',
      (source: Source) => partlyOwn(OLD(source), 'user'),
      [{ ...OWN_MARK, reason: PARTLY }, OLD_MARK],
      `${PARTLY} ${OLD_NOTE}`,
    ],
    ["the team's price", () => ownSource('team'), [{ ...TEAM_MARK, reason: TEAMS }], TEAMS],
    [
      "a price that is partly the team's",
      (source: Source) => partlyOwn(OLD(source), 'team'),
      [{ ...TEAM_MARK, reason: PARTLY_TEAMS }, OLD_MARK],
      `${PARTLY_TEAMS} ${OLD_NOTE}`,
    ],
  ] as const;
  for (const [title, change, marks, note] of cases) {
    it(`are told for ${title}`, () => {
      const row = rowOf(modelWith(change), [exact(1000)], { outputTokens: 500 }, AGE.atMs);
      assert.deepStrictEqual(marksOf(READER, row, AGE), marks);
      assert.ok(row.price.kind === 'priced');
      assert.equal(sourceNote(READER, row.price, AGE), note);
    });
  }
});

describe('the marks on a row of the report', () => {
  it('say that the answer is too long', () => {
    const model = { ...plainModel(modelWith(OLD)), maxOutputTokens: 499 };
    const row = rowOf(model, [exact(1000)], { outputTokens: 500 }, AGE.atMs);
    assert.deepStrictEqual(marksOf(READER, row, AGE)[0], {
      label: 'answer too long',
      reason: 'The answer is longer than the model can write.',
      isWarning: true,
    });
  });

  it('include "not cached", without a warning, for a prompt below the cache minimum', () => {
    const mark = marksFor(4095, 1).find(({ label }) => label === 'not cached');
    assert.ok(mark);
    assert.equal(mark.isWarning, false);
    assert.notEqual(mark.reason, '');
  });

  it('exclude "not cached" if the prompt is cached or nothing is to be cached', () => {
    for (const marks of [marksFor(4096, 1), marksFor(4095, 0)])
      assert.ok(marks.every(({ label }) => label !== 'not cached'));
  });
});

describe('the formula of a row', () => {
  it('says in UTC from when to when the price applies, and a midnight as its day', () => {
    const period = { ...PERIOD, from: '2026-03-01', to: '2026-09-05T16:00:00Z' };
    const model = modelOf(tableFile({ periods: [period] }));
    const row = rowOf(model, [exact(1000)], { outputTokens: 500 }, Date.parse('2026-06-01'));
    const said = derivationNotes(READER, row, { outputTokens: 500 }).find((note) =>
      note.startsWith('This price applies'),
    );
    assert.match(said ?? '', /from Mar 1, 2026 to Sep 5, 2026, 4:00\sPM UTC\.$/);
  });
});

/** Marks on a row of a model that caches prompts of at least 4,096 tokens. */
function marksFor(tokens: number, cachedShare: number): readonly Mark[] {
  const scenario = { outputTokens: 0, cachedShare };
  const row = rowOf(bundledModel('claude-haiku-4-5'), [exact(tokens)], scenario, AGE.atMs);
  return marksOf(READER, row, AGE);
}
