import assert from 'node:assert/strict';
import { findOverruns } from '../../../../src/core/estimate/budget';
import { moneyOfUsd } from '../../../../src/core/pricing/money';
import { completeScenario } from '../../../../src/core/scenario/scenario';
import { TOOLTIP_COMMANDS, tooltipText } from '../../../../src/editor/statusBar/tooltip';
import type { Settings } from '../../../../src/editor/settings/settings';
import { ENGLISH } from '../../../../src/wording/words';
import { bundledModel } from '../../../support/priceTables';
import { HOSTILE_NAMES, rowOf, SEED_DAY_MS } from '../../../support/reports';

const COUNT = { tokens: 1000, low: 900, high: 1200, method: 'estimated' } as const;

function tooltip(name: string, atMs = SEED_DAY_MS, perCallUsd = 1, reading?: string): string {
  const scenario = completeScenario({ outputTokens: 500 });
  const budgets = { perCall: moneyOfUsd(perCallUsd), perMonth: undefined };
  const settings = { scenario, budgets, warnings: [] } as unknown as Settings;
  const estimate = rowOf(bundledModel('openai/o1'), [COUNT], scenario, atMs);
  return tooltipText({
    name,
    widthKey: '',
    subjectNotes: ['1 file is left out'],
    estimate,
    reading,
    overruns: estimate.price.kind === 'priced' ? findOverruns(estimate.price, budgets) : [],
    change: undefined,
    settings,
    age: { atMs, staleAfterDays: 120 },
    words: ENGLISH,
  });
}

describe('the tooltip of the status bar', () => {
  it('has each part of the cost, marked where it rests on an estimated count, and the total', () => {
    const lines = tooltip('notes.md').split('\n');
    // 1,000 x 15 + 500 x 60 millionths of a dollar; the output is assumed.
    assert.ok(lines.includes('| Input | ≈1,000 | $15.00 | ≈$0.0150 |'));
    assert.ok(lines.includes('| Output (assumed) | 500 | $60.00 | $0.0300 |'));
    assert.ok(
      lines.some((line) => /^\| \*\*One call\*\* \|.*\| \*\*≈\$0\.0450\*\* \|$/.test(line)),
    );
    assert.ok(lines.some((line) => line.startsWith('1 file is left out')));
  });

  it('says below the model how its name was read', () => {
    const [first, second] = tooltip('a.md', SEED_DAY_MS, 1, '"O1" is read as openai/o1.').split(
      '  \n',
    );
    assert.equal(first, '**openai/o1** · a.md');
    assert.match(second ?? '', /^"O1" is read as openai\/o1\.\n/);
  });

  it('names the exceeded limits before all figures', () => {
    const text = tooltip('notes.md', SEED_DAY_MS, 0.01);
    assert.match(
      text,
      /^\*\*openai\/o1\*\* · notes\.md\n\n\$\(warning\) .*0\.0350 over the budget/,
    );
  });

  it('explains a missing price', () => {
    assert.match(tooltip('notes.md', 0), /≈1,000 tokens\. No price\\:/);
  });

  it('runs only its own commands, whatever the name of the file', () => {
    for (const name of HOSTILE_NAMES) {
      const links = [...tooltip(name).matchAll(/\]\(command:([\w.]+)/g)].map(([, id]) => id);
      assert.deepEqual(links, TOOLTIP_COMMANDS);
    }
  });
});
