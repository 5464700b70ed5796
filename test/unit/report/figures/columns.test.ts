import assert from 'node:assert/strict';
import { tableGroups } from '../../../../src/report/figures/columns';
import { priceModels } from '../../../../src/report/figures/question';
import { makeView } from '../../../../src/report/figures/view';
import { INITIAL_STATE } from '../../../../src/report/state/pageState';
import { pageSettings, questionAbout, seedModels, subjectOf } from '../../../support/reports';

describe('the groups of the table', () => {
  const models = seedModels();
  const question = questionAbout(models, subjectOf(models, { a: 1000 }));
  const view = makeView(question, priceModels(question), pageSettings({}));

  // A drawing asks for them, and then the message on what is shown.
  it('are made once for a state and a view', () => {
    const groups = tableGroups(INITIAL_STATE, view);
    assert.equal(tableGroups(INITIAL_STATE, view), groups);
  });

  it('follow the state and the view', () => {
    const idsOf = (...asked: Parameters<typeof tableGroups>): string[] =>
      tableGroups(...asked).flatMap(({ rows }) => rows.map(({ model }) => model.id));
    const state = { ...INITIAL_STATE };
    assert.deepEqual(idsOf(state, view), ['openai/o1', 'deepseek/deepseek-r1']);
    assert.deepEqual(idsOf(state, { ...view, rows: view.rows.slice(1) }), ['openai/o1']);
    assert.deepEqual(idsOf({ ...state, filter: 'deepseek' }, view), ['deepseek/deepseek-r1']);
  });
});
