import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode';
import type { ApiSpendError, Estimate, ShownEstimate } from '../../../api';
import { eventually, exportedApi, openText, resetWindow, setSetting } from '../../support/window';

// o1: 15 USD per million input tokens, 60 USD per million output tokens; "hello world" has 2 tokens.
const NO_OUTPUT = { outputTokens: 0 };

/** A text that takes seconds to count. */
const LONG_TEXT = 'The quick brown fox jumps over the lazy dog, 42 times a day.\n'.repeat(300_000);

describe('the API for other extensions', () => {
  beforeEach(resetWindow);
  after(resetWindow);

  async function rejection(work: Promise<unknown>): Promise<ApiSpendError> {
    return work.then(
      (value) => assert.fail(`resolved to ${JSON.stringify(value)}`),
      (error: ApiSpendError) => error,
    );
  }

  it('is frozen and has a version', async () => {
    const api = await exportedApi();
    assert.match(api.apiVersion, /^1\.\d+\.\d+$/);
    assert.ok(Object.isFrozen(api));
  });

  it('counts for a model, in an encoding, and for the model of the settings', async () => {
    const api = await exportedApi();
    const exact = { tokens: 2, low: 2, high: 2, method: 'exact' };
    const ofModel = await api.count('hello world', { model: 'o1' });
    assert.match(ofModel.source, /^Exact, counted with o200k_base: .+\.$/);
    assert.deepStrictEqual({ ...ofModel }, { ...exact, source: ofModel.source });
    const inEncoding = await api.count('hello world', { encoding: 'qwen3' });
    const source = 'Exact, counted with qwen3.';
    assert.deepStrictEqual({ ...inEncoding }, { ...exact, source });
    await setSetting('model', 'anthropic/claude-opus-5-5');
    const estimated = await api.count('hello world');
    assert.equal(estimated.method, 'estimated');
    assert.ok(estimated.low < estimated.high);
  });

  it('prices a call exactly and returns frozen JSON values', async () => {
    const api = await exportedApi();
    const estimate = await api.estimate('hello world', { model: 'openai/o1', scenario: NO_OUTPUT });
    assert.deepStrictEqual(JSON.parse(JSON.stringify(estimate)), estimate);
    assert.ok(Object.isFrozen(estimate) && Object.isFrozen(estimate.price));
    const { price, fits, contextShare } = estimate;
    assert.deepStrictEqual([fits, contextShare], [true, 2 / 200_000]);
    assert.ok(price.kind === 'priced');
    const { totalUsd, lowUsd, highUsd, inputUsd, outputUsd, dailyUsd, text, retired } = price;
    assert.deepStrictEqual(
      { totalUsd, lowUsd, highUsd, inputUsd, outputUsd, dailyUsd, text, retired },
      {
        totalUsd: '0.00003',
        lowUsd: '0.00003',
        highUsd: '0.00003',
        inputUsd: '0.00003',
        outputUsd: '0',
        dailyUsd: '0.00003',
        text: '$0.0000300',
        retired: true,
      },
    );
  });

  it('tells when caching pays, where a cache is assumed or it is asked for', async () => {
    const api = await exportedApi();
    const text = 'hello world '.repeat(5000);
    const model = 'anthropic/claude-haiku-5-5';
    const { caching: none } = await api.estimate(text, { model });
    assert.equal(none, null);
    const { caching: asked } = await api.estimate(text, { model, caching: true });
    const scenario = { cachedShare: 1, cacheWrite: 'short' } as const;
    const { caching: assumed } = await api.estimate(text, { model, scenario });
    for (const caching of [asked, assumed]) {
      assert.ok(caching && Object.isFrozen(caching));
      assert.deepStrictEqual([caching.outcome, caching.paysFrom], ['pays', 2]);
      assert.ok(caching.hitShare !== null && caching.hitShare > 0 && caching.hitShare < 1);
    }
    const [row] = await api.compare('hello', { models: [model], caching: true });
    assert.equal(row?.caching?.outcome, 'belowMinimum');
  });

  it('starts from the scenario and the prices of the settings', async () => {
    const api = await exportedApi();
    await setSetting('scenario.outputTokens', 0);
    await setSetting('pricing.overrides', { 'openai/o1': { input: 5 } });
    const { price, scenario } = await api.estimate('hello world', { model: 'openai/o1' });
    assert.equal(scenario.outputTokens, 0);
    assert.ok(price.kind === 'priced' && price.own);
    assert.equal(price.totalUsd, '0.00001');
  });

  it('prices a call at a time and explains a missing price instead of returning 0', async () => {
    const api = await exportedApi();
    const past = await api.estimate('hello', { model: 'openai/o1', at: '2025-01-27' });
    assert.equal(past.at, '2025-01-27T00:00:00.000Z');
    assert.ok(past.price.kind === 'priced' && !past.price.retired);
    const { price } = await api.estimate('hello', { model: 'openai/o1', at: new Date(0) });
    assert.ok(price.kind === 'unpriced');
    assert.equal(price.reason, 'notYetSold');
    assert.match(price.text, /^No price: /);
  });

  it('compares models, the cheapest on sale first', async () => {
    const api = await exportedApi();
    const two = await api.compare('hello world', { models: ['openai/o1', 'deepseek/deepseek-r1'] });
    assert.deepStrictEqual(
      two.map(({ model }) => model),
      ['deepseek/deepseek-r1', 'openai/o1'],
    );
    const all = await api.compare('hello world', { models: 'all', scenario: NO_OUTPUT });
    assert.ok(all.length > 100);
    const sold = all.filter(
      ({ fits, price }) => fits && price.kind === 'priced' && !price.retired && !price.unlisted,
    );
    assert.deepStrictEqual(all.slice(0, sold.length), sold);
    const texts = sold.filter(({ modelKind }) => modelKind === 'text');
    assert.deepStrictEqual(sold.slice(0, texts.length), texts);
    for (const rows of [texts, sold.slice(texts.length)]) {
      assert.equal(rows[0]?.timesCheapest, 1);
      const totals = rows.map(totalOf).filter((total) => total !== undefined);
      assert.deepStrictEqual(
        totals,
        totals.toSorted((a, b) => a - b),
      );
    }
  });

  it('rejects invalid requests with a code and a message', async () => {
    const api = await exportedApi();
    const unknown = await rejection(api.estimate('hello', { model: 'openai/o-1' }));
    assert.deepStrictEqual([unknown.name, unknown.code], ['ApiSpendError', 'unknownModel']);
    assert.ok(unknown.candidates.includes('openai/o1'));
    assert.match(unknown.message, /"openai\/o-1" is not in the price table.*openai\/o1/);
    const wrong = { outputTokens: -1, color: 'red' } as object;
    const wrongs = [
      [api.estimate('hello', { scenario: wrong }), /scenario\.color.*scenario\.outputTokens.*-1/],
      [api.estimate('hello', { at: 'yesterday' }), /^at: /],
      [api.count('hello', { model: 'o1', encoding: 'qwen3' }), /not both/],
      [api.count('hello', { encoding: 'klingon' }), /^encoding: /],
      [api.count(7 as unknown as string), /text is not a string/],
      [api.compare('hello', { models: [] }), /^models: /],
    ] as const;
    for (const [work, message] of wrongs) {
      const { code, message: said } = await rejection(work);
      assert.equal(code, 'invalidArgument');
      assert.match(said, message);
    }
    await setSetting('scenario.outputTokens', -5);
    assert.equal((await rejection(api.estimate('hello'))).code, 'invalidSettings');
  });

  it('stops a cancelled count and does not block the extension host while it counts', async () => {
    const api = await exportedApi();
    await api.count('', { encoding: 'o200k_base' });
    const abort = new AbortController();
    const source = new CancellationTokenSource();
    const work = [
      api.count(LONG_TEXT, { encoding: 'o200k_base', signal: abort.signal }),
      api.count(LONG_TEXT, { encoding: 'o200k_base', token: source.token }),
    ].map(rejection);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await eventually(
      () => turns,
      (value) => value > 5,
    );
    clearInterval(timer);
    abort.abort();
    source.cancel();
    for (const { name } of await Promise.all(work)) assert.equal(name, 'Canceled');
  });

  it('fires once for each change of the estimate in the status bar', async () => {
    const api = await exportedApi();
    await setSetting('model', 'openai/o1');
    const heard: ShownEstimate[] = [];
    const listener = api.onDidChangeEstimate((shown) => heard.push(shown));
    const { document } = await openText('hello world');
    const shown = await eventually(
      () => api.shown,
      ({ kind }) => kind === 'estimate',
    );
    assert.ok(shown.kind === 'estimate');
    assert.equal(shown.uri, document.uri.toString());
    assert.deepStrictEqual([shown.estimate.model, shown.estimate.count.tokens], ['openai/o1', 2]);
    await setSetting('scenario.outputTokens', 0);
    const wanted = '$0.0000300';
    await eventually(
      () => heard.map(textOf),
      (texts) => texts.includes(wanted),
    );
    // A setting that does not affect the estimate fires no event.
    const before = heard.length;
    await setSetting('pricing.staleAfterDays', 3000);
    await setSetting('model', 'deepseek/deepseek-r1');
    await eventually(
      () => heard.map(textOf).at(-1),
      (text) => text === '$0.00000110',
    );
    assert.equal(heard.length - before, 1, JSON.stringify(heard.slice(before)));
    listener.dispose();
  });
});

function totalOf({ price }: Estimate): number | undefined {
  return price.kind === 'priced' ? Number(price.totalUsd) : undefined;
}

function textOf(shown: ShownEstimate): string {
  return shown.kind === 'estimate' ? shown.estimate.price.text : shown.kind;
}
