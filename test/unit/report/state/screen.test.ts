import assert from 'node:assert/strict';
import { priceModels } from '../../../../src/report/figures/question';
import { NO_FACTS, type Current, type Facts } from '../../../../src/report/state/facts';
import type { PricedFigures } from '../../../../src/report/state/figures';
import { screenOf, type PageParts } from '../../../../src/report/state/screen';
import type { Topic } from '../../../../src/report/state/topic';
import { makeView } from '../../../../src/report/figures/view';
import { pageSettings, questionAbout, seedModels, subjectOf } from '../../../support/reports';

const models = seedModels();
const settings = pageSettings();
const subject = subjectOf(models, { 'a.md': 1000 });
const question = questionAbout(models, subject);
const priced: PricedFigures = { kind: 'priced', question, rows: priceModels(question) };
const view = makeView(question, priced.rows, settings);
const tooLong: Current = { kind: 'uncounted', note: 'The text is too long.', before: subject };

function partsOf(parts: Partial<PageParts>, current: Current = { kind: 'counted', subject }) {
  const facts: Facts = { ...NO_FACTS, table: question.table, settings, current };
  const topic: Topic = { kind: 'current', subject };
  return { facts, topic, figures: priced, failure: undefined, ...parts };
}

describe('the screen of the report page', () => {
  it('is live as long as the editor counts', () => {
    const screen = screenOf(partsOf({}), view);
    assert.deepEqual(screen, {
      kind: 'report',
      view,
      assumed: question.scenario,
      liveness: 'live',
      notice: undefined,
      repricing: undefined,
    });
  });

  it('is outdated with a reason when the current text is not counted', () => {
    const screen = screenOf(partsOf({}, tooLong), view);
    assert.ok(screen.kind === 'report');
    assert.deepEqual([screen.liveness, screen.notice], ['outdated', 'The text is too long.']);
  });

  it('has no notice on the current text in a frozen report', () => {
    const screen = screenOf(partsOf({ topic: { kind: 'frozen', subject } }, tooLong), view);
    assert.ok(screen.kind === 'report');
    assert.deepEqual([screen.liveness, screen.notice], ['frozen', undefined]);
  });

  it('shows a failure of the page in any report', () => {
    const topics: Topic[] = [
      { kind: 'frozen', subject },
      { kind: 'current', subject },
    ];
    for (const topic of topics) {
      const screen = screenOf(partsOf({ topic, failure: 'It failed.' }, tooLong), view);
      assert.ok(screen.kind === 'report');
      assert.equal(screen.notice, 'It failed.');
    }
    assert.deepEqual(screenOf(partsOf({ failure: 'It failed.' }), undefined), {
      kind: 'message',
      text: 'It failed.',
    });
  });

  it('shows only progress for the first figures, later progress beside the previous figures', () => {
    const figures = { kind: 'pricing', question, share: 0.5, before: undefined } as const;
    assert.deepEqual(screenOf(partsOf({ figures }), undefined), { kind: 'pricing', share: 0.5 });
    const repricing = (files: Readonly<Record<string, number>>) => {
      const asked = questionAbout(models, subjectOf(models, files));
      const later = { ...figures, question: asked, before: priced };
      const screen = screenOf(partsOf({ figures: later }), view);
      assert.ok(screen.kind === 'report');
      return screen.repricing;
    };
    assert.equal(repricing({ 'a.md': 1, 'b.md': 2 }), 0.5);
    assert.equal(repricing({ 'a.md': 1 }), undefined, 'one text takes a few frames');
  });

  it('has the assumptions of the question that is being priced, beside the previous figures', () => {
    const asked = questionAbout(models, subject, { outputTokens: 1 });
    const figures = { kind: 'pricing', question: asked, share: 0, before: priced } as const;
    const screen = screenOf(partsOf({ figures }), view);
    assert.ok(screen.kind === 'report');
    assert.deepEqual(
      [screen.view, screen.assumed],
      [view, { ...question.scenario, outputTokens: 1 }],
    );
  });

  it('explains why there are no figures', () => {
    const textOf = (topic: Topic, current: Current): string => {
      const screen = screenOf(partsOf({ topic, figures: { kind: 'missing' } }, current), undefined);
      assert.ok(screen.kind === 'message');
      return screen.text;
    };
    const tooLarge: Topic = { kind: 'tooLarge', name: 'project', files: 1001 };
    const hint: Current = { kind: 'absent', hint: 'Open a text.' };
    assert.equal(textOf({ kind: 'none' }, { kind: 'unknown' }), 'Counting…');
    assert.equal(textOf({ kind: 'none' }, hint), 'Open a text.');
    assert.equal(textOf({ kind: 'none' }, tooLong), 'The text is too long.');
    assert.match(textOf(tooLarge, { kind: 'unknown' }), /^The report on 1,001 files in project/);
    assert.match(textOf(tooLarge, hint), /^The report on 1,001 files in project/);
    assert.equal(textOf(tooLarge, tooLong), 'The text is too long.');
  });
});
