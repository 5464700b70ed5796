import assert from 'node:assert/strict';
import { findBaselines } from '../../../../src/report/figures/baselines';
import { priceModels, questionOf } from '../../../../src/report/figures/question';
import { makeView, type View } from '../../../../src/report/figures/view';
import { NO_FACTS } from '../../../../src/report/state/facts';
import { INITIAL_STATE } from '../../../../src/report/state/pageState';
import { hostedTable, RETIRED_ID } from '../../../support/hostedTable';
import { knownTable, pageSettings, subjectOf } from '../../../support/reports';

const NOW = Date.parse('2026-11-27');
const { models } = hostedTable();
/** What can be bought now. */
const CURRENT = ['anthropic/claude-haiku-4-5', 'cheap/open-70b'];

function view(pinnedIds: readonly string[] = []): View {
  const settings = pageSettings({ modelId: 'openai/gpt-5', pinnedIds });
  const subject = { ...subjectOf(models, { 'a.md': 1000 }), atMs: NOW };
  const state = { ...INITIAL_STATE, topic: { kind: 'current', subject } as const };
  const question = questionOf({ ...NO_FACTS, table: knownTable(models), settings }, state);
  assert.ok(question);
  return makeView(question, priceModels(question), settings);
}

function idsOf(query: string, pinnedIds?: readonly string[]): readonly string[] {
  return findBaselines(view(pinnedIds), query).choices.map(({ model }) => model.id);
}

describe('the models to compare with', () => {
  it("are those of the report without the user's, pinned ones first, then the cheapest", () => {
    const found = findBaselines(view(), '');
    assert.deepEqual(new Set(found.choices.map(({ model }) => model.id)), new Set(CURRENT));
    assert.deepEqual(idsOf('gpt'), ['openai/gpt-5']);
    assert.ok(found.choices.every(({ row }) => row !== undefined));
    const pinned = 'anthropic/claude-haiku-4-5';
    assert.equal(idsOf('', [pinned])[0], pinned);
  });

  it('are found by words in any order, in the whole table', () => {
    assert.deepEqual(idsOf('4.5 haiku'), ['anthropic/claude-haiku-4-5']);
    const all = idsOf('open 70b');
    assert.ok(all.length > 1 && all.includes('cheap/open-70b'));
    assert.deepEqual(idsOf(RETIRED_ID), [RETIRED_ID]);
  });

  it('have similar names if none matches', () => {
    const found = findBaselines(view(), 'hiaku');
    assert.equal(found.areSimilar, true);
    assert.equal(found.choices[0]?.model.id, 'anthropic/claude-haiku-4-5');
    assert.deepEqual(idsOf('zzzzzz'), []);
  });
});
