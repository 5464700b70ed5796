import assert from 'node:assert/strict';
import { addCustomModels } from '../../../../src/core/pricing/own/customModels';
import { applyOverrides } from '../../../../src/core/pricing/own/overrides';
import { priceSheet } from '../../../../src/core/pricing/priceSheet';
import { describePriceSheet } from '../../../../src/wording/documents/priceSheet';
import { bundledModel, bundledTable } from '../../../support/priceTables';
import { READER } from '../../../support/words';

const known = { encodings: ['llama3'], calibrations: {} };

describe('the price sheet as Markdown', () => {
  it('renders each rate, its source and its day, and fees', () => {
    const text = describePriceSheet(
      READER,
      priceSheet(bundledModel('sonar-pro'), Date.parse('2026-09-23')),
    );
    assert.match(text, /^# Sonar Pro\n/);
    assert.match(text, /\| \*\*Any length\*\* \| \$3\.00 \| \$15\.00 \|/);
    assert.match(text, /- Fee: \$6\.00 per thousand requests/);
    assert.match(
      text,
      /- Read in a stored copy of the vendor's page\. \\\[2\\\] \\\[3\\\]\n[\s\S]*\n2\. <https:\/\/docs\.perplexity\.ai\/[^>]+>, checked on Nov 23, 2026\n/,
    );
    const night = describePriceSheet(READER, priceSheet(bundledModel('deepseek/deepseek-r1'), 0));
    assert.match(night, /off\\-peak daily 16:30-00:30 UTC/);
    const launch = describePriceSheet(READER, priceSheet(bundledModel('deepseek/deepseek-v3'), 0));
    assert.match(launch, /## From Feb 8, 2025, 4:00\sPM UTC until Feb 26, 2025, 4:30\sPM UTC\n/);
  });

  it('names the lengths of prompts that a rate is for', () => {
    // Claude Haiku 5.5: $0.10 up to 100,000 tokens of a prompt, $0.50 from 100,001 on.
    const haiku = bundledModel('anthropic/claude-haiku-5-5');
    const text = describePriceSheet(READER, priceSheet(haiku, Date.parse('2026-11-28')));
    assert.match(text, /\| \*\*Up to 100,000 tokens\*\* \| \$0\.10 \|/);
    assert.match(text, /\| \*\*From 100,001 tokens\*\* \| \$0\.50 \|/);
    assert.doesNotMatch(text, /Any length/);
  });

  it('tells from which length on the price is unknown', () => {
    const sheet = (id: string): string =>
      describePriceSheet(READER, priceSheet(bundledModel(id), Date.parse('2026-11-28')));
    const cloudflare = sheet('cloudflare-ai-gateway/gpt-5.5');
    assert.match(cloudflare, /\| \*\*From 272,001 tokens\*\* \| - \| - \|/);
    assert.match(
      cloudflare,
      /\n- What a prompt of 272,001 tokens or more costs here is not known: it has no price\.\n/,
    );
    assert.doesNotMatch(sheet('openai/gpt-5.5'), /is not known: it has no price/);
  });

  it('tells what a factor does not change, and for which prompts it is sold', () => {
    const sheet = (id: string): string =>
      describePriceSheet(READER, priceSheet(bundledModel(id), Date.parse('2026-11-23')));
    assert.match(
      sheet('gemini-2.5-pro'),
      /- Batch: these prices × ½ \\\[2\\\]\. Cached input costs the same with it as without\.\n/,
    );
    assert.match(sheet('gemini-2.5-pro'), /- Flex: these prices × ½ \\\[3\\\]\n/);
    assert.match(sheet('mistral-medium-3-5'), /What Cached input costs with it is unknown\./);
    assert.match(
      sheet('gpt-5.5'),
      /- Fast \(priority\): these prices × 2\.5 .*\. Sold for prompts of up to 272,000 tokens\.\n/,
    );
  });

  it('has the storage of an explicit cache, as it changes', () => {
    const sheet = (id: string): string =>
      describePriceSheet(READER, priceSheet(bundledModel(id), Date.parse('2026-11-23')));
    assert.match(
      sheet('gemini-3.8-flash'),
      /- Storage of an explicit cache: \$0\.50 per million tokens and hour \\\[1\\\], from Jan 1, 2027 \$1\.00 per million tokens and hour \\\[1\\\]\n/,
    );
    assert.doesNotMatch(sheet('gpt-5.5'), /Storage/);
  });

  it('lists the holidays of peak hours, and what is billed besides', () => {
    const sheet = (id: string): string =>
      describePriceSheet(READER, priceSheet(bundledModel(id), Date.parse('2026-11-23')));
    assert.match(
      sheet('deepseek-flash'),
      /- The hours "peak" do not apply on the holidays Sep 25, 2026; Oct 1, 2026; .*; they are known until Dec 31, 2026 \\\[1\\\]\n[\s\S]*\n1\. <https:\/\/www\.gov\.cn\//,
    );
    assert.match(
      sheet('sonar-deep-research'),
      /not known before the answer: searches, citations\./,
    );
  });

  it('has each source once, and one short line on the count', () => {
    for (const id of ['gpt-6-sol', 'deepseek-flash', 'gemini-2.5-pro']) {
      const text = describePriceSheet(
        READER,
        priceSheet(bundledModel(id), Date.parse('2026-11-23')),
      );
      const addresses = [...text.matchAll(/<(https:[^>]+)>/g)].map(([, address]) => address);
      assert.deepStrictEqual(addresses, [...new Set(addresses)]);
      const cited = [...text.matchAll(/\\\[(\d+)\\\]/g)].map(([, number]) => Number(number));
      assert.equal(Math.max(...cited), [...text.matchAll(/^\d+\. /gm)].length);
      assert.match(text, /\n- Counted with: `\w+`, [\w-]+ count\n/);
      assert.doesNotMatch(text, /Evidence|published live counts/);
    }
  });

  it("writes days, times and factors in the reader's form, and keeps maintainers' notes out", () => {
    const german = { ...READER, locale: 'de' };
    const sheet = priceSheet(bundledModel('gpt-6.2-sol'), Date.parse('2026-11-23'));
    const text = describePriceSheet(german, sheet);
    assert.match(text, /## From 1\. März 2027, 08:00 UTC\n/);
    assert.match(text, /checked on 23\.11\.2026/);
    assert.match(text, /- Fast \(priority\): these prices × 2 /);
    assert.match(text, /- Ultrafast: these prices × 6 /);
    assert.doesNotMatch(text, /Pacific time/);
    const odd = priceSheet(bundledModel('gpt-6-luna'), Date.parse('2026-11-23'));
    assert.match(describePriceSheet(german, odd), /- Regional processing: these prices × 1,1 /);
  });

  it('says that the answer after reasoning has its rate', () => {
    const sheet = priceSheet(
      bundledModel('google/gemini-2.5-flash-preview-04-17'),
      Date.parse('2025-05-01'),
    );
    assert.match(
      describePriceSheet(READER, sheet),
      /- After reasoning, the answer costs what reasoning costs\.\n/,
    );
  });

  it('says which price is only partly own, with the source of the rest', () => {
    const overrides = { o1: { input: 10 } };
    const { table } = applyOverrides(bundledTable(), overrides, 'user', 0);
    const model = table.models.find(({ id }) => id === 'openai/o1');
    assert.ok(model);
    const text = describePriceSheet(READER, priceSheet(model, Date.parse('2026-11-23')));
    assert.match(
      text,
      /- Partly your own price, from your settings\.\n- Equal in 3 independent sources\. \\\[\d\\\]/,
    );
  });

  it("marks the user's own prices, and escapes hostile names", () => {
    const name = '# <img src=x onerror=alert(1)> [a](command:x) | `b`\n**c** &lt;';
    const models = [{ id: 'acme/x', name, encoding: 'llama3', rates: { input: 1 } }];
    const { table, problems } = addCustomModels(bundledTable(), models, known, 'user');
    assert.deepStrictEqual(problems, []);
    const model = table.models.find(({ id }) => id === 'acme/x');
    assert.ok(model);
    const text = describePriceSheet(READER, priceSheet(model, Date.parse('2026-11-23')));
    assert.match(text, /- Your own price, from your settings\./);
    assert.doesNotMatch(text, /Sources|<img|\]\(command/);
    assert.equal(
      text.split('\n')[0],
      '# \\# &lt;img src=x onerror=alert\\(1\\)&gt; \\[a\\]\\(command\\:x\\) \\| \\`b\\` \\*\\*c\\*\\* &amp;lt;',
    );
  });
});
