import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../../../src/core/figures/escapeMarkdown';
import { renderPriceSheetMarkdown } from '../../../../src/core/export/priceSheet';
import { applyOverrides } from '../../../../src/core/pricing/own/overrides';
import { priceSheet } from '../../../../src/core/pricing/priceSheet';
import { bundledModel, bundledTable } from '../../../support/priceTables';

const known = { encodings: ['llama3'], calibrations: [] };

describe('price sheet', () => {
  it('lists every period, card, tier and window, newest first, and marks what applies now', () => {
    const { periods } = priceSheet(
      bundledModel('deepseek-v4-pro'),
      Date.parse('2026-11-23T02:00:00Z'),
    );
    assert.deepStrictEqual(
      periods.map(({ isCurrent, rows }) => [
        isCurrent,
        rows.map((row) => [row.window?.name, row.isCurrent, row.rates[0]?.usdPerMillionTokens]),
      ]),
      [
        [
          true,
          [
            [undefined, false, 0.66],
            ['peak', true, 1.32],
          ],
        ],
        [
          false,
          [
            [undefined, false, 0.66],
            ['peak', false, 1.32],
          ],
        ],
        [false, [[undefined, false, 0.435]]],
      ],
    );
    const [luna] = priceSheet(bundledModel('gpt-6-luna'), Date.parse('2026-11-23')).periods;
    assert.deepStrictEqual(
      luna?.rows.map(({ fromPromptTokens, rates }) => [
        fromPromptTokens,
        rates.map(({ name }) => name),
      ]),
      [
        [undefined, ['input', 'cachedInput', 'cacheWrite', 'output']],
        [272_001, ['input', 'cachedInput', 'cacheWrite', 'output']],
      ],
    );
    assert.deepStrictEqual(
      luna.factors.map(({ name }) => name),
      ['batch', 'flex', 'fast', 'regional'],
    );
  });

  it('marks what was checked long ago', () => {
    const stale = ['2027-01-21', '2027-01-22'].map(
      (at) => priceSheet(bundledModel('gpt-6-luna'), Date.parse(at)).periods[0]?.isStale,
    );
    assert.deepStrictEqual(stale, [false, true]);
  });

  it('renders each rate, its source and its day, and fees', () => {
    const text = renderPriceSheetMarkdown(
      priceSheet(bundledModel('sonar'), Date.parse('2026-11-23')),
    );
    assert.match(text, /^# Sonar\n/);
    assert.match(text, /\| \*\*Any length\*\* \| \$1\.00 \| \$1\.00 \|/);
    assert.match(text, /- Fee: \$5\.00 per thousand requests/);
    assert.match(text, /Source: <https:\/\/docs\.perplexity\.ai\/[^>]+>, checked 2026-11-23/);
    const night = renderPriceSheetMarkdown(priceSheet(bundledModel('deepseek-r1'), 0));
    assert.match(night, /off\\-peak daily 16:30-00:30 UTC/);
    assert.match(night, /## From 2025-02-26T16:30:00Z until 2025-09-05T16:00:00Z\n/);
  });

  it("says which prices are the user's own, and shows hostile names as text", () => {
    const name = '# <img src=x onerror=alert(1)> [a](command:x) | `b`\n**c** &lt;';
    const models = [{ id: 'acme/x', name, encoding: 'llama3', rates: { input: 1 } }];
    const { table, problems } = applyOverrides(bundledTable(), undefined, models, known);
    assert.deepStrictEqual(problems, []);
    const model = table.models.find(({ id }) => id === 'acme/x');
    assert.ok(model);
    const text = renderPriceSheetMarkdown(priceSheet(model, Date.parse('2026-11-23')));
    assert.match(text, /- Your own price, from the settings/);
    assert.doesNotMatch(text, /Source:|<img|\]\(command/);
    assert.equal(
      text.split('\n')[0],
      '# \\# &lt;img src=x onerror=alert\\(1\\)&gt; \\[a\\]\\(command\\:x\\) \\| \\`b\\` \\*\\*c\\*\\* &amp;lt;',
    );
  });

  it('escapes to one line without markup', () => {
    assert.equal(escapeMarkdown('a\r\nb\tc'), 'a b c');
    assert.equal(escapeMarkdown('https://x.example <y@z>'), 'https\\://x.example &lt;y\\@z&gt;');
  });
});
