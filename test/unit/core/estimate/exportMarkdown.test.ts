import assert from 'node:assert/strict';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import { exportMarkdown } from '../../../../src/core/estimate/exportMarkdown';
import { exact, HOSTILE_NAMES, SEED_DAY_MS, seedModels } from '../../../support/reports';

const scenario = { outputTokens: 500, callsPerDay: 1000 };

function exportFiles(files: Readonly<Record<string, number>>): string {
  return exportMarkdown({
    version: '1.2.3',
    atMs: SEED_DAY_MS,
    scenario,
    baselineId: 'openai/o1',
    files: Object.entries(files).map(([path, tokens]) => ({
      path,
      estimates: seedModels().map((model) =>
        estimateCall(model, exact(tokens), scenario, SEED_DAY_MS),
      ),
    })),
  });
}

describe('exportMarkdown', () => {
  it('is a table of models with their dates and assumptions', () => {
    const lines = exportFiles({ 'prompt.md': 1000 }).split('\n');
    assert.equal(lines[0], '### What `prompt.md` costs');
    assert.equal(lines[2], '500 output tokens expected · 1,000 calls a day.');
    assert.equal(
      lines[4],
      '| Model | Tokens | Cost | Range | A month | × `openai/o1` | Price checked | Note |',
    );
    assert.match(
      lines[6] ?? '',
      /^\| `deepseek\/deepseek-r1` \| 1,000 \| \$0\.00165 \| {2}\| \$49\.35 \| 0\.037× \| \[20/,
    );
    assert.match(
      lines[7] ?? '',
      /^\| `openai\/o1` \| 1,000 \| \$0\.0450 \| {2}\| \$1,350\.00 \| 1\.0×/,
    );
    assert.match(lines.at(-2) ?? '', /priced for 2025-01-27 00:00 UTC · API Spend 1\.2\.3/);
  });

  it('lists several files, dearest first, with a sum that is their sum', () => {
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

  it('shows hostile names as code in one cell', () => {
    const text = exportFiles(Object.fromEntries(HOSTILE_NAMES.map((name) => [name, 1])));
    assert.match(text, /\| `<img src=x onerror=alert\(1\)>` \|/);
    assert.match(text, /\| `` two\\nlines \\\| and `ticks` `` \|/);
    assert.match(text, /\| `report\\u202egpj\.exe` \|/);
    assert.match(text, /\| `@everyone \]\(javascript:alert\(1\)\)` \|/);
  });
});
