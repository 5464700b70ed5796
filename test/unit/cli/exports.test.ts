import assert from 'node:assert/strict';
import { parsePriceTable } from '../../../src/core/pricing/table/parse';
import { ENCODINGS } from '../../../src/core/tokens/encodings';
import type { ReportSubject } from '../../../src/protocol/subject';
import { makeExport } from '../../../src/report/figures/export';
import { priceModels } from '../../../src/report/figures/question';
import { makeView } from '../../../src/report/figures/view';
import { readPricingJson } from '../../support/priceTables';
import { SEED_DAY_MS, subjectOf } from '../../support/reports';
import { runTerminal, type TerminalRun } from '../../support/terminal';

async function estimate(...options: string[]): Promise<TerminalRun> {
  const args = ['estimate', '-', '--model', 'openai/o1', '--at', '2025-01-27', ...options];
  return runTerminal(args, {}, 'hello world');
}

/** The page's export for "hello world", 2 tokens, with o1. */
function pageExport(format: 'csv' | 'json' | 'md'): string {
  const result = parsePriceTable(readPricingJson(), ENCODINGS);
  assert.ok(result.ok);
  const models = result.table.models.filter(({ id }) => id === 'openai/o1');
  const subject: ReportSubject = subjectOf(models, { '-': 2 });
  const question = { models, subject, scenario: { outputTokens: 500 }, atMs: SEED_DAY_MS };
  const settings = {
    scenario: question.scenario,
    modelId: 'openai/o1',
    baselineId: '',
    pinnedIds: [],
    staleAfterDays: 120,
    budgets: { perCall: 0, perMonth: 0 },
    currency: null,
  };
  const rows = priceModels(question);
  const view = makeView(question, rows, settings);
  return makeExport(format, { version: '0.1.0', view, rows, scale: 'log' });
}

describe('the exports of the terminal', () => {
  for (const [option, format] of [
    ['csv', 'csv'],
    ['json', 'json'],
    ['markdown', 'md'],
  ] as const) {
    it(`are byte for byte those of the report page: ${option}`, async () => {
      assert.equal((await estimate('--format', option)).stdout, pageExport(format));
    });
  }

  it('are refused in another format', async () => {
    const { stdout, stderr } = await estimate('--format', 'pdf');
    assert.equal(stdout, '');
    assert.equal(stderr, 'api-spend: --format is not csv, json or markdown: pdf\n');
  });
});
