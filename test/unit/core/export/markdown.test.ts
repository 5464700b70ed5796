import assert from 'node:assert/strict';
import { ENGLISH_EXPORT } from '../../../../src/wording/documents/export';
import { exportMarkdown } from '../../../../src/core/export/markdown';
import type { MarkdownReport } from '../../../../src/core/export/markdownReport';
import { exact, HOSTILE_NAMES, rowOf, SEED_DAY_MS, seedModels } from '../../../support/reports';

const scenario = { outputTokens: 500, callsPerDay: 1000 };

function exportFiles(
  files: Readonly<Record<string, number>>,
  view: Partial<MarkdownReport> = {},
): string {
  return exportMarkdown(
    {
      version: '1.2.3',
      atMs: SEED_DAY_MS,
      scenario,
      baselineId: 'openai/o1',
      paths: Object.keys(files),
      rows: seedModels().map((model) =>
        rowOf(model, Object.values(files).map(exact), scenario, view.atMs),
      ),
      ...view,
    },
    ENGLISH_EXPORT,
  );
}

describe('exportMarkdown', () => {
  it('is a table of models with dates and assumptions', () => {
    const lines = exportFiles({ 'prompt.md': 1000 }).split('\n');
    assert.equal(lines[0], '### Cost of `prompt.md`');
    assert.equal(lines[2], '500 output tokens · 1,000 calls a day.');
    assert.equal(
      lines[4],
      '| Model | Tokens | Input | Output | Cost | Per day | Per month | × `openai/o1` | Source |',
    );
    assert.match(
      lines[6] ?? '',
      /^\| `deepseek\/deepseek-r1` \| 1,000 \| \$0\.000550 \| \$0\.00110 \| \$0\.00165 \| \$1\.65 \| \$49\.35 \| 1\/27\.4× \| \[read in a stored copy of the vendor's page, checked on 20/,
    );
    assert.match(
      lines[7] ?? '',
      /^\| `openai\/o1` \| 1,000 \| \$0\.0150 \| \$0\.0300 \| \$0\.0450 \| \$45\.00 \| \$1,350\.00 \| 1\.0×/,
    );
    assert.match(lines.at(-2) ?? '', /priced for 2025-01-27 00:00 UTC · API Spend 1\.2\.3/);
  });

  it('marks a multiple of estimated counts', () => {
    const about = { tokens: 1000, low: 950, high: 1050, method: 'estimated' } as const;
    const rows = seedModels().map((model, index) =>
      rowOf(model, [index === 0 ? exact(1000) : about], scenario),
    );
    for (const [baselineId, times] of [
      ['openai/o1', '≈1/27.4×'],
      ['', '≈27.4×'],
    ] as const) {
      const text = exportFiles({ 'a.md': 1000 }, { rows, baselineId });
      assert.ok(text.includes(`| ${times} |`), text);
      assert.ok(text.includes('| 1.0× |'), text);
    }
  });

  it('lists several files, most expensive first, with their sum', () => {
    const text = exportFiles({ 'src/small.ts': 100, 'src/large.ts': 900 });
    const table = text
      .split('\n')
      .filter((line) => line.includes('.ts`') || line.includes('**All'));
    assert.deepEqual(table, [
      '| `src/large.ts` | 900 | $0.0435 |',
      '| `src/small.ts` | 100 | $0.0315 |',
      '| **All 2 files** | 1,000 | $0.0750 |',
    ]);
  });

  it("has pinned models first, the user's currency, and marks on old prices if requested", () => {
    const plain = exportFiles({ 'prompt.md': 1000 });
    assert.doesNotMatch(plain, /pinned|old price|EUR/i);
    const text = exportFiles(
      { 'prompt.md': 1000 },
      {
        pinnedIds: ['openai/o1'],
        currency: { code: 'EUR', rate: 0.5, asOf: '2026-11-01' },
        atMs: Date.parse('2040-01-01'),
        staleAfterDays: 120,
      },
    );
    const [first = '', second = ''] = text.split('\n').slice(6);
    // Half of 0.045 and of 1,350 dollars.
    assert.match(
      first,
      /^\| `openai\/o1` \| 1,000 \| €0\.00750 \| €0\.0150 \| €0\.0225 \| €22\.50 \| €675\.00 \| 1\.0× \|/,
    );
    assert.match(first, /old price, listed on 20\d\d-\d\d-\d\d, pinned \|$/);
    assert.match(
      second,
      /^\| `deepseek\/deepseek-r1` .*old price, checked on 20\d\d-\d\d-\d\d \|$/,
    );
    assert.match(text, /1 USD = 0\.5 EUR \(2026-11-01\)/);
  });

  it('escapes a vertical bar in a cell, and leaves it elsewhere', () => {
    const name = 'a|b.md';
    assert.match(exportFiles({ [name]: 1 }), /^### Cost of `a\|b\.md`\n/);
    assert.match(exportFiles({ [name]: 1, 'c.md': 1 }), /^\| `a\\\|b\.md` \|/m);
  });

  it('shows hostile names as code in one cell', () => {
    const text = exportFiles(Object.fromEntries(HOSTILE_NAMES.map((name) => [name, 1])));
    assert.match(text, /\| `<img src=x onerror=alert\(1\)>` \|/);
    assert.match(text, /\| `` two\\nlines \\\| and `ticks` `` \|/);
    assert.match(text, /\| `report\\u202egpj\.exe` \|/);
    assert.match(text, /\| `@everyone \]\(javascript:alert\(1\)\)` \|/);
  });
});
