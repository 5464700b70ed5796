import assert from 'node:assert/strict';
import { SteadyText } from '../../../../src/editor/statusBar/text';
import type { NewPrice } from '../../../../src/core/pricing/seenPrice';
import type { Settings } from '../../../../src/editor/settings/settings';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import { ENGLISH } from '../../../../src/wording/words';
import { bundledModel } from '../../../support/priceTables';
import { exact, rowOf, SEED_DAY_MS } from '../../../support/reports';

const settings = { statusBarShow: 'costAndTokens' } as Settings;

function factsOf(
  tokens: number,
  model: Model,
  atMs = SEED_DAY_MS,
  widthKey = 'a',
  news?: NewPrice,
  isSelection = false,
) {
  const estimate = rowOf(model, [exact(tokens)]);
  const age = { atMs, staleAfterDays: 120 };
  const marks = { news, age, costInReport: undefined, done: undefined };
  return {
    widthKey,
    isSelection,
    requests: undefined,
    isNew: false,
    settings,
    words: ENGLISH,
    estimate,
    ...marks,
  };
}

describe('the text of the status bar', () => {
  const o1 = bundledModel('openai/o1');

  it('is the cost and the tokens', () => {
    // 1,000 x 15 + 500 x 60 millionths of a dollar.
    assert.equal(new SteadyText().write(factsOf(1000, o1)), '$0.0450 · 1,000 tokens');
  });

  it('says that it is of the selection', () => {
    const facts = factsOf(1000, o1, SEED_DAY_MS, 'a', undefined, true);
    assert.equal(new SteadyText().write(facts), '$0.0450 · 1,000 tokens selected');
    const costOnly = { ...settings, statusBarShow: 'cost' } as Settings;
    assert.equal(new SteadyText().write({ ...facts, settings: costOnly }), '$0.0450 · selection');
  });

  it('says that the report tries other assumptions, in each form', () => {
    const facts = { ...factsOf(1000, o1), costInReport: '$0.000287' };
    const textFor = (change: object): string => new SteadyText().write({ ...facts, ...change });
    assert.equal(textFor({}), '$0.0450 · 1,000 tokens · report tries $0.000287');
    const costOnly = { ...settings, statusBarShow: 'cost' } as Settings;
    assert.equal(textFor({ settings: costOnly }), '$0.0450 · report tries $0.000287');
    const withModel = { ...settings, statusBarShow: 'costTokensAndModel' } as Settings;
    assert.match(
      textFor({ settings: withModel }),
      /tokens · OpenAI o1 · report tries \$0\.000287$/,
    );
  });

  it('says what a command has done beside the cost, in the place of the rest', () => {
    const text = new SteadyText();
    const facts = { ...factsOf(1000, o1), costInReport: '$0.000287' };
    const done = { short: 'scenario saved', sentence: 'Saved in your user settings: batch.' };
    assert.equal(text.write({ ...facts, done }), '$(check) $0.0450 · scenario saved');
    assert.match(text.write(facts), /^\$0\.0450 · 1,000 tokens/);
    assert.equal(text.write({ ...factsOf(0, o1), done }), '$(check) No text · scenario saved');
    const saved = { ...done, short: '$159 a month', hasCost: true } as const;
    assert.equal(text.write({ ...facts, done: saved }), '$(check) $159 a month');
    const small = { ...o1, maxOutputTokens: 499 };
    assert.match(
      text.write({ ...factsOf(1000, small), done }),
      /^\$\(alert\) .* · scenario saved$/,
    );
  });

  it('says what the number is of while it is new, unless it is of a conversation', () => {
    const text = new SteadyText();
    const facts = { ...factsOf(1000, o1), isNew: true };
    assert.equal(text.write(facts), '$0.0450 · 1,000 tokens · for one call');
    const costOnly = { ...settings, statusBarShow: 'cost' } as Settings;
    assert.equal(text.write({ ...facts, settings: costOnly }), '$0.0450 · for one call');
    const { estimate } = facts;
    const turns = { ...estimate, scenario: { ...estimate.scenario, conversationTurns: 2 } };
    assert.equal(text.write({ ...facts, estimate: turns }), '$0.0450 · 1,000 tokens');
    assert.equal(text.write({ ...facts, isNew: false }), '$0.0450 · 1,000 tokens');
  });

  it('shows no cost for an empty text', () => {
    const text = new SteadyText();
    text.write(factsOf(1000, o1));
    assert.equal(text.write(factsOf(0, o1)), 'No text');
    assert.equal(text.write(factsOf(1, o1)), '$0.0300 · 1 token');
    const withModel = { ...settings, statusBarShow: 'costTokensAndModel' } as Settings;
    const facts = { ...factsOf(0, { ...o1, maxOutputTokens: 499 }), settings: withModel };
    assert.equal(new SteadyText().write(facts), '$(alert) No text · OpenAI o1');
  });

  it('keeps its width while the same text gets shorter', () => {
    const text = new SteadyText();
    const long = text.write(factsOf(1000, o1));
    const short = text.write(factsOf(999, o1));
    assert.equal(short.length, long.length);
    assert.match(short, /^\$0\.0450 · \u2007\u2008999 tokens$/);
    assert.equal(text.write(factsOf(999, o1, SEED_DAY_MS, 'b')), '$0.0450 · 999 tokens');
  });

  it('has its own width after the text was closed', () => {
    const text = new SteadyText();
    text.write(factsOf(1000, o1));
    text.forget();
    assert.equal(text.write(factsOf(999, o1)), '$0.0450 · 999 tokens');
  });

  it('has only the icon of the most urgent mark', () => {
    const write = (model: Model, atMs?: number): string =>
      new SteadyText().write(factsOf(1000, model, atMs));
    const old = Date.parse('2040-01-01');
    assert.match(write({ ...o1, maxOutputTokens: 499 }, old), /^\$\(alert\) \$/);
    assert.match(write(o1, old), /^\$\(history\) \$/);
    const news = { rates: [], seenOn: '', appliesFrom: undefined, checkedOn: '' };
    const changed = new SteadyText().write(factsOf(1000, o1, old, 'a', news));
    assert.match(changed, /^\$\(bell-dot\) \$/);
    const [first, ...others] = o1.periods;
    const own = { ...first, source: { ...first.source, origin: 'user' as const } };
    assert.match(write({ ...o1, periods: [own, ...others] }), /^\$\(account\) \$/);
  });
});
