import assert from 'node:assert/strict';
import { canBeBought } from '../../../../src/core/estimate/ranking';
import { chartedRows, MAX_CHARTED } from '../../../../src/report/figures/charted';
import { makeCurves, MAX_CURVES } from '../../../../src/report/figures/curves';
import { priceModels } from '../../../../src/report/figures/question';
import { makeView, type View } from '../../../../src/report/figures/view';
import type { PageSettings } from '../../../../src/report/state/facts';
import { estimateTexts } from '../../../../src/core/estimate/estimate';
import { compareMoney } from '../../../../src/core/pricing/money';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { currentSelection } from '../../../../src/core/pricing/selection/current';
import type { WireCount } from '../../../../src/protocol/subject';
import { bundledTable } from '../../../support/priceTables';
import { pageSettings, questionAbout, subjectOf } from '../../../support/reports';

const AT = Date.parse('2026-11-27');
const YOURS = 'openai/gpt-5';
const RETIRED = 'deepseek/deepseek-r1';
const NO_FILTERS = { filter: '', provider: '' };

const { models } = currentSelection(bundledTable(), AT, [YOURS, RETIRED]);

function viewOf(settings: Partial<PageSettings> = {}, outputTokens = 500): View {
  const question = questionAbout(models, subjectOf(models, { a: 1000 }), { outputTokens }, AT);
  return makeView(question, priceModels(question), pageSettings({ modelId: YOURS, ...settings }));
}

function charted(view: View, filters = NO_FILTERS) {
  const found = chartedRows(view, filters);
  assert.ok(found.kind === 'rows', found.kind);
  return { ids: found.rows.map(({ model }) => model.id), ...found };
}

describe('the models of the charts', () => {
  it("are the user's, the baseline, the pinned ones, then the cheapest that can be bought", () => {
    const view = viewOf({
      baselineId: 'openai/gpt-5.2',
      pinnedIds: [RETIRED, 'openai/gpt-5-nano'],
    });
    const { ids, rows } = charted(view);
    assert.deepEqual(ids.slice(0, 4), [YOURS, 'openai/gpt-5.2', RETIRED, 'openai/gpt-5-nano']);
    const cheapest = view.rows.filter(
      (row) => canBeBought(row) && !ids.slice(0, 4).includes(row.model.id),
    );
    assert.deepEqual(rows.slice(4), cheapest.slice(0, MAX_CHARTED - 4));
    assert.equal(rows.length, MAX_CHARTED);
  });

  it('are those that the filters find, beside the models that stay', () => {
    const { ids } = charted(viewOf(), { filter: 'sonnet', provider: 'anthropic' });
    assert.equal(ids[0], YOURS);
    assert.ok(ids.length > 1 && ids.slice(1).every((id) => id.includes('sonnet')));
  });

  it('are none if no model passes the filters, or none of them can be bought', () => {
    const view = viewOf();
    assert.equal(chartedRows(view, { filter: 'nothing', provider: '' }).kind, 'noMatch');
    assert.equal(
      chartedRows(view, { filter: 'deepseek-r1', provider: 'deepseek' }).kind,
      'noneFits',
    );
    // The user's own model is drawn, though it is not sold.
    const own = charted(viewOf({ modelId: RETIRED }), {
      filter: 'deepseek-r1',
      provider: 'deepseek',
    });
    assert.deepEqual(own.ids, [RETIRED]);
  });
});

describe('the lines of models that cross', () => {
  const costAt = (model: Model, outputTokens: number) => {
    const counts = [{ tokens: 1000, low: 1000, high: 1000, method: 'exact' } as const];
    const { price } = estimateTexts(model, counts, { outputTokens }, AT);
    assert.ok(price.kind === 'priced');
    return price.expected.total;
  };

  it("are the user's and those that change places with it, exactly where the sentence says", () => {
    for (const outputTokens of [50, 500, 5000]) {
      const view = viewOf({}, outputTokens);
      const curves = makeCurves(view, charted(view).rows, 'output');
      const { crossovers, most, span } = curves;
      assert.ok(crossovers.length > 0 && curves.curves.length <= MAX_CURVES);
      assert.ok(curves.compared > MAX_CHARTED && curves.crossing >= curves.curves.length - 1);
      for (const { x, cheaper, dearer } of crossovers) {
        assert.ok([cheaper.id, dearer.id].includes(YOURS), `${cheaper.id}, ${dearer.id}`);
        assert.ok(x > span.from && x < span.to && span.to <= most);
        assert.ok(compareMoney(costAt(cheaper, x), costAt(dearer, x)) < 0);
        assert.ok(compareMoney(costAt(cheaper, x - 1), costAt(dearer, x - 1)) >= 0);
      }
      const [yours, ...others] = curves.curves;
      assert.equal(yours?.model.id, YOURS);
      for (const { model } of others) {
        assert.ok(crossovers.some(({ cheaper, dearer }) => cheaper === model || dearer === model));
        assert.ok(canBeBought(view.rows.find((row) => row.model === model) ?? assert.fail()));
      }
    }
  });

  it('end where the answer exceeds the limits of a model', () => {
    const view = viewOf({}, 5000);
    const { curves, most } = makeCurves(view, charted(view).rows, 'output');
    for (const { model, points } of curves) {
      const limit = model.maxOutputTokens ?? Infinity;
      assert.ok(
        points.every(({ x }) => x <= limit),
        model.id,
      );
    }
    assert.ok(curves.some(({ model }) => (model.maxOutputTokens ?? Infinity) < most));
  });

  it('are none if the user has a model that cannot be bought', () => {
    const view = viewOf({ modelId: RETIRED });
    const { curves, yours, compared } = makeCurves(view, charted(view).rows, 'output');
    assert.deepEqual([curves, yours, compared], [[], undefined, 0]);
  });

  it('have places that are marked if either count is estimated', () => {
    const subject = subjectOf(models, { a: 1000 });
    const files = subject.files.map((file) => ({
      ...file,
      // Every second group.
      counts: file.counts.map(([tokens], group): WireCount =>
        group % 2 === 0
          ? [tokens, tokens, tokens, 'exact']
          : [tokens, tokens - 50, tokens + 50, 'estimated'],
      ),
    }));
    const question = questionAbout(models, { ...subject, files }, { outputTokens: 500 }, AT);
    const view = makeView(question, priceModels(question), pageSettings({ modelId: YOURS }));
    const isEstimated = (model: Model) =>
      view.rows.find((row) => row.model === model)?.count.method === 'estimated';
    const { crossovers } = makeCurves(view, charted(view).rows, 'output');
    assert.ok(crossovers.some(({ mark }) => mark === '≈'));
    for (const { cheaper, dearer, mark } of crossovers) {
      assert.equal(mark, isEstimated(cheaper) || isEstimated(dearer) ? '≈' : '');
    }
  });

  it('are none where the cost of a month is that of a call times the calls', () => {
    const view = viewOf();
    const { curves, crossovers, most } = makeCurves(view, charted(view).rows, 'calls');
    assert.deepEqual([curves, crossovers, most], [[], [], 1000]);
  });
});
