import assert from 'node:assert/strict';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { groupOf } from '../../../../src/core/estimate/counts/groups';
import type { WireCount } from '../../../../src/protocol/subject';
import { makeCurves, type Curves } from '../../../../src/report/figures/curves';
import { priceModels } from '../../../../src/report/figures/question';
import { makeView } from '../../../../src/report/figures/view';
import { bundledModel } from '../../../support/priceTables';
import { pageSettings, questionAbout, subjectOf } from '../../../support/reports';

const O200K = { encoding: 'o200k_base', evidence: '' } as const;
const EXACT = { ...O200K, accuracy: 'exact' } as const;
const CLAUDE = { ...O200K, accuracy: 'estimated', calibration: 'claude_new' } as const;
const GROK = { ...O200K, accuracy: 'estimated', calibration: 'grok_2' } as const;

/** A model at 1 / 10, or `other` at 2 / 8 USD per million input / output tokens. */
function modelOf(name: 'yours' | 'other', tokenizer: Model['tokenizer']): Model {
  const model = bundledModel('openai/gpt-5');
  const [period] = model.periods;
  const rates = name === 'yours' ? { input: 1, output: 10 } : { input: 2, output: 8 };
  return {
    ...model,
    id: `vendor/${name}`,
    model: name,
    name,
    aliases: [],
    tokenizer,
    periods: [{ ...period, fromMs: -Infinity, toMs: Infinity, tiers: [], rates }],
  };
}

type Band = readonly [low: number, high: number];

/** By output tokens, for a text of 1,000 tokens. @param bands of the counts of both. */
function curvesOf(tokenizers: readonly Model['tokenizer'][], bands: readonly Band[]): Curves {
  const [yours = EXACT, other = EXACT] = tokenizers;
  const models = [modelOf('yours', yours), modelOf('other', other)];
  const subject = subjectOf(models, {});
  const countOf = (group: string): WireCount => {
    const [low, high] = bands[models.findIndex((model) => groupOf(model) === group)] ?? [0, 0];
    return [1000, low, high, low === high ? 'exact' : 'estimated'];
  };
  const counts = subject.groups.map(countOf);
  const counted = { ...subject, files: [{ path: 'a.md', counts }] };
  const question = questionAbout(models, counted);
  const view = makeView(question, priceModels(question), pageSettings({ modelId: 'vendor/yours' }));
  return makeCurves(view, view.rows, 'output');
}

describe('where another model costs less', () => {
  const placesOf = (...asked: Parameters<typeof curvesOf>) =>
    curvesOf(...asked).crossovers.map(({ x, mark, range }) => ({ x, mark, range }));
  const exact: Band = [1000, 1000];
  const band: Band = [900, 1100];

  // 1,000 + 10 x = 2,000 + 8 x at 500: the other one costs less from 501 on.
  it('is one place with exact counts', () => {
    assert.deepEqual(placesOf([EXACT, EXACT], [exact, exact]), [
      { x: 501, mark: '', range: undefined },
    ]);
  });

  it('is a range if a count is estimated', () => {
    // 1,000 + 10 x = 1,800 + 8 x at 400; = 2,200 + 8 x at 600.
    assert.deepEqual(placesOf([EXACT, CLAUDE], [exact, band]), [
      { x: 501, mark: '≈', range: { from: 401, to: 601 } },
    ]);
  });

  it('has the counts of two calibrations at opposite ends', () => {
    // 1,100 + 10 x = 1,800 + 8 x at 350; 900 + 10 x = 2,200 + 8 x at 650.
    assert.deepEqual(placesOf([GROK, CLAUDE], [band, band])[0]?.range, { from: 351, to: 651 });
  });

  it('has the counts of one calibration at the same end', () => {
    // 900 + 10 x = 1,800 + 8 x at 450; 1,100 + 10 x = 2,200 + 8 x at 550.
    assert.deepEqual(placesOf([CLAUDE, CLAUDE], [band])[0]?.range, { from: 451, to: 551 });
  });

  it('may be everywhere, or nowhere', () => {
    // 200 + 8 x is less than 1,000 + 10 x at all x; 24,000 + 8 x is more up to 11,500, and 10,000 are compared.
    const { crossovers, most, span } = curvesOf([EXACT, CLAUDE], [exact, [100, 12_000]]);
    assert.equal(most, 10_000);
    assert.deepEqual(crossovers[0]?.range, { from: 0, to: undefined });
    assert.equal(span.from, 1);
  });

  it('is in the picture with its whole range', () => {
    // 1,000 + 10 x = 1,010 + 8 x at 5; = 5,600 + 8 x at 2,300.
    const { crossovers, span } = curvesOf([EXACT, CLAUDE], [exact, [505, 2800]]);
    assert.deepEqual(crossovers[0]?.range, { from: 6, to: 2301 });
    assert.deepEqual(span, { from: 1, to: 10_000 });
  });
});
