import assert from 'node:assert/strict';
import { currentSelection } from '../../../src/core/pricing/selection/current';
import { parsePriceTable } from '../../../src/core/pricing/table/parse';
import { ENCODINGS } from '../../../src/core/tokens/encodings';
import { tallyScripts } from '../../../src/core/tokens/estimates/scriptTally';
import { countGroups, groupModels } from '../../../src/core/estimate/counts/groups';
import type { Model } from '../../../src/core/pricing/table/priceTable';
import type { WireCount } from '../../../src/protocol/subject';
import { makeExport } from '../../../src/report/figures/export';
import { priceModels } from '../../../src/report/figures/question';
import { makeView } from '../../../src/report/figures/view';
import { INITIAL_STATE } from '../../../src/report/state/pageState';
import { readPricingJson } from '../../support/priceTables';
import {
  knownTable,
  pageSettings,
  questionAbout,
  SEED_DAY_MS,
  subjectOf,
} from '../../support/reports';
import { runTerminal, type TerminalRun } from '../../support/terminal';

const TEXT = 'hello world';

async function estimate(...options: string[]): Promise<TerminalRun> {
  const args = ['estimate', '-', '--at', '2025-01-27', ...options];
  return runTerminal(args, {}, TEXT);
}

/** The page's export for "hello world", two tokens in each encoding, on the models of that day. */
function pageExport(format: 'csv' | 'json' | 'md'): string {
  const result = parsePriceTable(readPricingJson(), ENCODINGS);
  assert.ok(result.ok);
  const { models } = currentSelection(result.table, SEED_DAY_MS, []);
  const subject = {
    ...subjectOf(models, { '-': 2 }),
    files: [{ path: '-', counts: countsOf(models) }],
  };
  const question = { ...questionAbout(models, subject), table: knownTable(result.table.models) };
  const view = makeView(question, priceModels(question), pageSettings({ modelId: '' }));
  return makeExport(format, { version: '0.1.0', view, state: INITIAL_STATE });
}

function countsOf(models: readonly Model[]): WireCount[] {
  const groups = groupModels(models);
  const tokens = new Map(groups.encodings.map((encoding) => [encoding, 2]));
  const part = { tokens, tally: tallyScripts(TEXT), languageId: 'plaintext' };
  return countGroups(groups, [part]).map(({ tokens, low, high, method }) => [
    tokens,
    low,
    high,
    method,
  ]);
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
