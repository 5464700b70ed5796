import assert from 'node:assert/strict';
import { commands, Disposable, env, extensions, window, workspace } from 'vscode';
import {
  apiSpend,
  eventually,
  openText,
  resetWindow,
  setSetting,
  statusText,
  writeWorkspaceFile,
} from '../../support/window';
import { textOf } from '../../../src/editor/subject/subject';
import { Log } from '../../../src/editor/log';
import { BundledFiles } from '../../../src/editor/prices/bundledFiles';
import { liveParts } from '../../support/liveParts';

// 2 input tokens ("hello world") at 15 and 500 output tokens at 60 with openai/o1: 30,030 millionths of a dollar.

describe('prices in the settings', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
  });
  afterEach(() => commands.executeCommand('apiSpend.useBundledPrices'));
  after(resetWindow);

  async function tooltip(): Promise<string> {
    return (await apiSpend()).statusItem.tooltip.replaceAll('\\', '');
  }

  it('replaces rates, marks them as user-defined, and refuses invalid entries individually', async () => {
    await setSetting('pricing.overrides', {
      'openai/o1': { output: 100 },
      'openai/gpt-6-sol': { input: -1 },
      'nobody/nothing': { input: 1 },
    });
    // 2 x 15 + 500 x 100 = 50,030 millionths.
    await statusText('$(account) $0.0500 · 2 tokens');
    assert.match(
      await tooltip(),
      /Partly your own price, from your settings\. Price \[equal in \d independent sources\]\([^)]+\), listed on \w{3} \d+, 20\d\d/,
    );
    const { accessibilityLabel } = (await apiSpend()).statusItem;
    assert.match(accessibilityLabel, /your own price/);
  });

  it('adds user-defined models', async () => {
    await setSetting('pricing.customModels', [
      { id: 'acme/private', encoding: 'o200k_base', rates: { input: 1, output: 2 } },
    ]);
    await setSetting('model', 'acme/private');
    // 2 x 1 + 500 x 2 = 1,002 millionths.
    await statusText('$(account) $0.00100 · 2 tokens');
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(
      await env.clipboard.readText(),
      /on acme\/private \(2 tokens in, 500 tokens out assumed\), your own price$/,
    );
    const rows = await (await apiSpend()).compare();
    assert.ok(rows.includes('acme/private $0.00100'));
  });

  it('converts amounts at the given rate and shows its day; without a rate, keeps dollars', async () => {
    await setSetting('currency', { code: 'EUR', rate: 0.9, asOf: '2026-11-01' });
    // 0.03003 x 0.9 = 0.027027
    await statusText('€0.0270 · 2 tokens');
    assert.match(await tooltip(), /1 USD = 0\.9 EUR \(Nov 1, 2026\)/);
    await setSetting('currency', { code: 'EUR' });
    await statusText('$0.0300 · 2 tokens');
    assert.match(await tooltip(), /apiSpend\.currency/);
  });

  it('marks stale prices', async () => {
    await setSetting('model', 'openai/gpt-4o');
    await statusText(/^\$/);
    await setSetting('pricing.staleAfterDays', 1);
    await statusText(/^\$\(history\) \$/);
    assert.match(await tooltip(), /Old price [^\n]+, listed on \w{3} \d+, 2026/);
  });

  it('prices the scenario of the settings', async () => {
    await setSetting('scenario.reasoningTokens', 1000);
    // 2 x 15 + 1,500 x 60 = 90,030 millionths.
    await statusText('$0.0900 · 2 tokens');
    await setSetting('scenario.callsPerDay', 1000);
    await eventually(tooltip, (text) =>
      /1,000 calls a day: \$90\.03 a day, \$2,700\.90 a month/.test(text),
    );
    await setSetting('scenario.batch', 'yes');
    await statusText('$(warning) API Spend: no cost');
    await setSetting('scenario.batch', true);
    // OpenAI's batches cost half.
    await statusText('$0.0450 · 2 tokens');
    await setSetting('model', 'deepseek/deepseek-flash');
    await statusText('no price · 2 tokens');
  });

  it('resolves prices again only after a pricing setting has changed, and estimates once', async () => {
    const parts = liveParts();
    const { prices } = parts;
    try {
      const before = await prices.table();
      let changes = 0;
      prices.onDidChange(() => changes++);
      let estimates = 0;
      const table = prices.table.bind(prices);
      prices.table = async () => {
        estimates++;
        return table();
      };
      const { activeTextEditor } = window;
      assert.ok(activeTextEditor);
      parts.tracker.set(textOf(activeTextEditor.document, []));
      assert.equal(estimates, 1);
      await setSetting('scenario.reasoningTokens', 1000);
      await setSetting('pricing.staleAfterDays', 1);
      await statusText(/\$0\.0900 · 2 tokens/);
      assert.deepEqual([changes, estimates], [0, 3]);
      assert.equal(await table(), before, 'the table has not changed');
      await setSetting('pricing.overrides', { 'openai/o1': { output: 100 } });
      // 2 x 15 + 1,500 x 100 = 150,030 millionths.
      await statusText(/\$0\.150 · 2 tokens/);
      assert.deepEqual([changes, estimates], [1, 4]);
      assert.notEqual(await table(), before);
    } finally {
      parts.dispose();
    }
  });

  it('imports a newer price table and returns to the bundled one', async () => {
    const table = {
      schemaVersion: 2,
      currency: 'USD',
      sources: {
        old: { url: 'https://example.com/old', checked: '2020-01-01' },
        new: { url: 'https://example.com/new', checked: new Date().toISOString().slice(0, 10) },
      },
      providers: [
        {
          id: 'openai',
          name: 'OpenAI',
          models: ['o1', 'gpt-4o'].map((id) => ({
            id,
            name: id,
            tokenizer: { encoding: 'o200k_base', accuracy: 'exact', evidence: 'test' },
            periods: [
              {
                from: '2024-12-17',
                to: null,
                source: id === 'o1' ? 'new' : 'old',
                usdPerMillionTokens: { input: 1, output: 1 },
              },
            ],
          })),
        },
      ],
    };
    const bytes = new TextEncoder().encode(JSON.stringify(table));
    const file = await writeWorkspaceFile('newer.api-spend-pricing.json', bytes);
    await commands.executeCommand('apiSpend.updatePrices', file);
    // 502 tokens at 1 USD per million.
    await statusText('$(bell-dot) $0.000502 · 2 tokens');
    assert.match(
      await tooltip(),
      /The price has changed since you saw it on \w{3} \d+, 20\d\d: Input: \$15\.00 → \$1\.00, .*Output: \$60\.00 → \$1\.00 per million tokens, checked on \w{3} \d+, 20\d\d/,
    );
    const { accessibilityLabel } = (await apiSpend()).statusItem;
    assert.match(accessibilityLabel, /the price has changed since you saw it/);
    await commands.executeCommand('_apiSpend.notePrice', 'openai/o1');
    await statusText('$0.000502 · 2 tokens');
    const rows = await (await apiSpend()).compare();
    assert.ok(
      rows.some((row) => row === 'openai/gpt-4o $0.00501'),
      'an older price is not imported',
    );
    await commands.executeCommand('apiSpend.useBundledPrices');
    await statusText('$(bell-dot) $0.0300 · 2 tokens');
    await commands.executeCommand('_apiSpend.notePrice', 'openai/o1');
    await statusText('$0.0300 · 2 tokens');
  });

  it('are read without the hashes that a browser has over https alone', async () => {
    const { extensionUri } = extensions.getExtension('api-spend.api-spend') ?? {};
    assert.ok(extensionUri);
    const log = new Log(window.createOutputChannel('API Spend hashes', { log: true }));
    const files = new BundledFiles(extensionUri, log);
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      const { models } = await files.priceTable();
      assert.ok(models.some(({ id }) => id === 'openai/o1'));
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
      Disposable.from(files, log).dispose();
    }
  });

  it('refuses an invalid price table and keeps the current one', async () => {
    const file = await writeWorkspaceFile(
      'broken.json',
      new TextEncoder().encode('{"schemaVersion": 1'),
    );
    await commands.executeCommand('apiSpend.updatePrices', file);
    await statusText('$0.0300 · 2 tokens');
  });

  it('opens the price sheet of a model and updates its note on stale prices', async () => {
    await commands.executeCommand('apiSpend.showPriceSheet', 'deepseek/deepseek-r1');
    const sheet = await eventually(
      () => workspace.textDocuments.find(({ uri }) => uri.scheme === 'api-spend-prices'),
      (document) => document !== undefined,
    );
    assert.doesNotMatch(sheet?.getText() ?? '', /price is old/);
    await setSetting('pricing.staleAfterDays', 1);
    await eventually(
      () => sheet?.getText() ?? '',
      (text) => text.includes('price is old'),
    );
    assert.match(sheet?.getText() ?? '', /DeepSeek[\s\S]*\$0\.55[\s\S]*\$2\.19[\s\S]*checked/);
    assert.equal(window.activeTextEditor?.document.uri.scheme === 'api-spend-prices', false);
  });
});
