import assert from 'node:assert/strict';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { curveCosts } from '../../../../src/report/figures/curveCosts';
import { priceModels, type Question } from '../../../../src/report/figures/question';
import { makeView } from '../../../../src/report/figures/view';
import { bundledModel } from '../../../support/priceTables';
import { pageSettings, questionAbout, subjectOf } from '../../../support/reports';

describe('costs along an axis', () => {
  const [model, other] = ['openai/o1', 'deepseek/deepseek-r1'].map(bundledModel) as [Model, Model];
  const question = questionAbout([model], subjectOf([model, other], { a: 1000 }));
  const rows = priceModels(question);
  const costsOf = (of: Question, priced = rows) =>
    curveCosts(makeView(of, priced, pageSettings({})), 'output');

  // A search changes the list with each key, and the rows of the models stay.
  it('are known where the page lists other models', () => {
    const wider = { ...question, others: [other] };
    const cost = costsOf(question).expected(model, 700);
    assert.ok(cost);
    assert.equal(costsOf(wider).expected(model, 700), cost);
    assert.notEqual(costsOf(question, priceModels(question)).expected(model, 700), cost);
  });

  it('are those of each axis, place and end', () => {
    const view = makeView(question, rows, pageSettings({}));
    const [output, calls] = [curveCosts(view, 'output'), curveCosts(view, 'calls')];
    const costs = [
      output.expected(model, 10),
      output.expected(model, 20),
      calls.expected(model, 10),
      ...output.endsOf(model, model).map((costAt) => costAt(model, 10)),
    ];
    assert.equal(new Set(costs).size, costs.length);
  });
});
