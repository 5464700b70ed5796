import assert from 'node:assert/strict';
import { canBeBought, compareEstimates } from '../../../../src/core/estimate/ranking';
import { hostRows, shownRows, tableGroups } from '../../../../src/report/figures/columns';
import { listModels, needsAllModels } from '../../../../src/report/figures/listing';
import { priceModels, questionOf } from '../../../../src/report/figures/question';
import { makeView, type Scope, type View } from '../../../../src/report/figures/view';
import { NO_FACTS } from '../../../../src/report/state/facts';
import { INITIAL_STATE, type PageState } from '../../../../src/report/state/pageState';
import { hostedTable, RETIRED_ID } from '../../../support/hostedTable';
import { knownTable, pageSettings, subjectOf } from '../../../support/reports';

const NOW = Date.parse('2026-11-27');
const { models } = hostedTable();
const CHEAP = 'cheap/open-70b';
const CURRENT = ['openai/gpt-5', 'anthropic/claude-haiku-4-5', CHEAP];
const settings = pageSettings({ modelId: 'openai/gpt-5' });

function stateOf(state: Partial<PageState>): PageState {
  const subject = { ...subjectOf(models, { 'a.md': 1000 }), atMs: NOW };
  return { ...INITIAL_STATE, topic: { kind: 'current', subject }, ...state };
}

function viewOf(state: PageState): View {
  const question = questionOf({ ...NO_FACTS, table: knownTable(models), settings }, state);
  assert.ok(question);
  return makeView(question, priceModels(question), settings);
}

/** The ids of the table's rows. */
function shownIds(change: Partial<PageState>): readonly string[] {
  const state = stateOf({ sort: { column: 'model', direction: 'ascending' }, ...change });
  return shownRows(state, viewOf(state)).map(({ model }) => model.id);
}

describe('the models of the report', () => {
  it('are the current selection and those that the user works with', () => {
    assert.deepEqual(new Set(shownIds({})), new Set(CURRENT));
    const used = pageSettings({ modelId: RETIRED_ID, usedIds: ['middle/open-70b'] });
    const listed = listModels(knownTable(models), used, stateOf({}), NOW);
    const ids = listed.models.map(({ id }) => id);
    assert.deepEqual(new Set(ids), new Set([...CURRENT, RETIRED_ID, 'middle/open-70b']));
    assert.deepEqual(listed.others, []);
  });

  it('are what the editor has selected, as long as the page has no more', () => {
    const [host] = models.slice(-1);
    assert.ok(host);
    const part = { ...knownTable([host]), total: models.length };
    assert.deepEqual(listModels(part, settings, stateOf({}), NOW).models, [host]);
    assert.notDeepEqual(listModels(knownTable([host]), settings, stateOf({}), NOW).models, [host]);
  });

  it('are those that could be bought at another time of the call', () => {
    assert.ok(shownIds({ callAtMs: Date.parse('2025-02-01') }).includes(RETIRED_ID));
  });

  it('have the one with the typed name before pinned ones', () => {
    const pinning = pageSettings({ ...settings, pinnedIds: ['middle/open-70b'] });
    const state = stateOf({ filter: CHEAP });
    const question = questionOf(
      { ...NO_FACTS, table: knownTable(models), settings: pinning },
      state,
    );
    assert.ok(question);
    const rows = shownRows(state, makeView(question, priceModels(question), pinning));
    assert.deepEqual(
      rows.map(({ model }) => model.id),
      [CHEAP, 'middle/open-70b'],
    );
  });

  it('are all that a filter finds in the whole table, other hosts and retired ones too', () => {
    assert.deepEqual(shownIds({ filter: 'r1' }), [RETIRED_ID]);
    assert.equal(shownIds({ filter: '70b open' }).length, 3);
    assert.deepEqual(shownIds({ filter: 'costly 70b' }), ['costly/open-70b']);
    assert.deepEqual(shownIds({ provider: 'middle' }), ['middle/open-70b']);
    assert.deepEqual(shownIds({ provider: 'middle', filter: 'gpt' }), []);
    assert.equal(shownIds({ filter: ' ' }).length, CURRENT.length);
  });

  it('are all models when the user asks for them, and the headline stays the same', () => {
    assert.deepEqual(new Set(shownIds({ showsAll: true })), new Set(models.map(({ id }) => id)));
    const [few, all] = [viewOf(stateOf({})), viewOf(stateOf({ showsAll: true }))];
    assert.equal(few.headline.cheapest?.model.id, CHEAP);
    assert.equal(all.headline.cheapest?.model.id, CHEAP);
    assert.deepEqual(all.models, few.models);
    assert.equal(all.table.total - all.models.length, 3);
  });

  it('stand below headings where a search names some, each group in the chosen order', () => {
    const pinning = pageSettings({ ...settings, pinnedIds: ['openai/gpt-5'] });
    const groupsOf = (change: Partial<PageState>) => {
      const state = stateOf(change);
      const facts = { ...NO_FACTS, table: knownTable(models), settings: pinning };
      const question = questionOf(facts, state);
      assert.ok(question);
      return tableGroups(state, makeView(question, priceModels(question), pinning)).map(
        ({ group, rows }) => [group, rows.map(({ model }) => model.id)],
      );
    };
    const hosts = ['cheap/open-70b', 'middle/open-70b', 'costly/open-70b'];
    for (const [direction, order] of [
      ['ascending', hosts],
      ['descending', hosts.toReversed()],
    ] as const) {
      assert.deepEqual(groupsOf({ filter: 'open 70b', sort: { column: 'call', direction } }), [
        ['named', order],
        ['users', ['openai/gpt-5']],
      ]);
    }
    assert.deepEqual(
      groupsOf({}).map(([group]) => group),
      [undefined, undefined],
      'no search, no headings',
    );
  });

  it('never cost less than the cheapest of the answer, which says what it is the cheapest of', () => {
    const changes: readonly (readonly [Partial<PageState>, Scope])[] = [
      [{}, 'current'],
      [{ filter: 'open' }, 'listed'],
      [{ openHosts: [CHEAP] }, 'listed'],
      [{ showsAll: true }, 'all'],
    ];
    for (const [change, scope] of changes) {
      const view = viewOf(stateOf(change));
      assert.equal(view.scope, scope, JSON.stringify(change));
      const { cheapest } = view.headline;
      assert.ok(cheapest);
      const all = [...view.rows, ...view.otherRows].filter(canBeBought);
      assert.ok(all.every((row) => compareEstimates(cheapest, row) <= 0));
    }
  });

  it('are, below an unfolded row, the other hosts of its weights, cheapest first', () => {
    const state = stateOf({ openHosts: [CHEAP] });
    const view = viewOf(state);
    const row = view.rows.find(({ model }) => model.id === CHEAP);
    assert.ok(row);
    assert.deepEqual(
      hostRows(row, view).map(({ model }) => model.id),
      ['middle/open-70b', 'costly/open-70b'],
    );
    assert.equal(shownRows(state, view).length, CURRENT.length, 'they are no rows of their own');
  });
});

describe('the page needs the whole price table', () => {
  it('for a filter, a provider, all models, hosts or another time, and else not', () => {
    const needs = (change: Partial<PageState>) =>
      needsAllModels(stateOf(change), knownTable(models));
    assert.equal(needs({}), false);
    assert.equal(needs({ hidesMisfits: true, filter: ' ' }), false);
    const changes = [
      { filter: 'x' },
      { provider: 'x' },
      { showsAll: true },
      { openHosts: ['x'] },
      { callAtMs: 1 },
    ];
    for (const change of changes) assert.equal(needs(change), true, JSON.stringify(change));
  });

  it('for files on models that it lacks, and has no figures until then', () => {
    const [first, ...rest] = models;
    assert.ok(first && rest[0]);
    const plain = subjectOf(models, { a: 1, b: 1 }, 'files');
    const files = plain.files.map((file) => ({ ...file, own: { modelId: first.id } }));
    const state = stateOf({ topic: { kind: 'current', subject: { ...plain, files } } });
    const part = { ...knownTable(rest), total: models.length };
    assert.equal(needsAllModels(state, part), true);
    assert.equal(questionOf({ ...NO_FACTS, table: part, settings }, state), undefined);
    assert.equal(needsAllModels(state, knownTable(models)), false);
    assert.ok(questionOf({ ...NO_FACTS, table: knownTable(models), settings }, state));
  });
});
