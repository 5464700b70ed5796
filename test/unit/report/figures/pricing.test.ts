import assert from 'node:assert/strict';
import { Pricing } from '../../../../src/report/figures/pricing';
import { plainModel } from '../../../../src/core/pricing/table/rows/tableModel';
import { priceModels, type Question } from '../../../../src/report/figures/question';
import { questionAbout, seedModels, subjectOf } from '../../../support/reports';

const models = seedModels();

function questionOn(files: Readonly<Record<string, number>>, outputTokens: number): Question {
  return questionAbout(models, subjectOf(models, files, 'files'), { outputTokens });
}

const FILES = { 'a.md': 1000, 'b.md': 2000 };

describe('the pricing of the report', () => {
  let pricing: Pricing;
  /** Ends of the pauses under way. */
  let ends: (() => void)[];
  let failures: unknown[];
  /** The kinds of figures at each change. */
  let kinds: string[];

  beforeEach(() => {
    ends = [];
    failures = [];
    kinds = [];
    const pause = async (): Promise<void> =>
      new Promise((resolve) => {
        ends.push(resolve);
      });
    // Each step takes a whole slice.
    pricing = new Pricing(
      { sliceMs: 0, nowMs: () => 0, pause },
      {
        changed: () => kinds.push(pricing.figures.kind),
        failed: (error) => failures.push(error),
      },
    );
  });

  /** Lets all work go on until none is left. */
  async function finish(): Promise<void> {
    for (;;) {
      await new Promise(setImmediate);
      const paused = ends.splice(0);
      if (paused.length === 0) return;
      for (const end of paused) end();
    }
  }

  it('ends with the rows of the question', async () => {
    const question = questionOn(FILES, 500);
    pricing.ask(question);
    assert.deepEqual(pricing.figures, { kind: 'pricing', question, share: 0.5, before: undefined });
    await finish();
    const rows = priceModels(question);
    assert.deepEqual(pricing.figures, { kind: 'priced', question, rows });
    assert.ok(kinds.length > models.length, 'it tells of its progress');
  });

  it('answers the newest question; the one before stops', async () => {
    const [older, newer] = [questionOn(FILES, 500), questionOn(FILES, 1000)];
    pricing.ask(older);
    pricing.ask(newer);
    // The older pricing continues after the newer one, because its pause ends last.
    ends.reverse();
    await finish();
    assert.ok(pricing.figures.kind === 'priced');
    assert.equal(pricing.figures.question, newer);
    assert.equal(kinds.filter((kind) => kind === 'priced').length, 1);
  });

  it('keeps the figures before while it prices again', async () => {
    const [first, second] = [questionOn(FILES, 500), questionOn(FILES, 1000)];
    pricing.ask(first);
    await finish();
    const before = pricing.figures;
    pricing.ask(second);
    pricing.ask(questionOn(FILES, 1500));
    assert.ok(pricing.figures.kind === 'pricing');
    assert.equal(pricing.figures.before, before, 'not those of a question without an answer');
  });

  it('has no progress after a failure, and prices the next question', async () => {
    const good = questionOn(FILES, 500);
    pricing.ask(good);
    await finish();
    const before = pricing.figures;
    const periods = undefined as never;
    pricing.ask({ ...good, models: models.map((model) => ({ ...plainModel(model), periods })) });
    await finish();
    assert.equal(failures.length, 1);
    assert.ok(pricing.figures.kind === 'failed');
    assert.equal(pricing.figures.before, before);
    pricing.ask(good);
    await finish();
    assert.equal(pricing.figures.kind, 'priced');
  });

  it('drops the failure of a question that is no longer asked', async () => {
    const good = questionOn(FILES, 500);
    const [first] = models;
    assert.ok(first);
    const broken = { ...plainModel(first), periods: undefined as never };
    pricing.ask({ ...good, models: [first, broken] });
    pricing.ask(good);
    await finish();
    assert.deepEqual(failures, []);
    assert.equal(pricing.figures.kind, 'priced');
  });

  it('prices one text without a pause, so that it is in the next frame', async () => {
    pricing.ask(questionOn({ 'a.md': 1000 }, 500));
    await new Promise(setImmediate);
    assert.deepEqual([pricing.figures.kind, ends.length], ['priced', 0]);
  });

  it('prices only what a longer list of models adds', async () => {
    const question = questionOn(FILES, 500);
    const [first, second] = models;
    assert.ok(first && second);
    pricing.ask({ ...question, models: [first] });
    await finish();
    const before = pricing.figures;
    const longer = { ...question, models: [first], others: [second] };
    pricing.ask(longer);
    await finish();
    assert.ok(before.kind === 'priced' && pricing.figures.kind === 'priced');
    assert.equal(pricing.figures.question, longer);
    assert.equal(pricing.figures.rows.get(first), before.rows.get(first), 'the same row');
    assert.equal(pricing.figures.rows.size, 2);
    // Another call has no row in common.
    pricing.ask({ ...longer, atMs: longer.atMs + 1 });
    await finish();
    assert.notEqual(pricing.figures.rows.get(first), before.rows.get(first));
  });

  it('prices one text on very many models in slices', async () => {
    const question = questionOn({ 'a.md': 1000 }, 500);
    const [first] = models;
    assert.ok(first);
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...plainModel(first), id: `a/${index}` }));
    pricing.ask({ ...question, models: many(300) });
    await new Promise(setImmediate);
    assert.equal(pricing.figures.kind, 'priced');
    pricing.ask({ ...question, models: many(301) });
    await new Promise(setImmediate);
    assert.equal(pricing.figures.kind, 'pricing');
    await finish();
  });

  it('asks the same question once', async () => {
    const question = questionOn(FILES, 500);
    pricing.ask(question);
    await finish();
    const { figures } = pricing;
    pricing.ask({ ...question, scenario: { ...question.scenario } });
    assert.equal(pricing.figures, figures);
  });
});
