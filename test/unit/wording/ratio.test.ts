import assert from 'node:assert/strict';
import { renderText } from '../../../src/cli/text';
import { findHeadline } from '../../../src/core/estimate/headline';
import { rankEstimates } from '../../../src/core/estimate/ranking';
import { exportMarkdown } from '../../../src/core/export/markdown';
import { describeAgainst, describeTimes } from '../../../src/wording/comparison';
import { ENGLISH_EXPORT } from '../../../src/wording/documents/export';
import { describeHeadline, describePart } from '../../../src/wording/headline';
import { timesCell } from '../../../src/wording/page/table';
import { ENGLISH } from '../../../src/wording/words';
import { exact, rowOf, SEED_DAY_MS, seedModels } from '../../support/reports';

const scenario = { outputTokens: 500 };
const rows = seedModels().map((model) => rowOf(model, [exact(1000)], scenario));
const [o1, r1] = rows;
const report = {
  version: '1',
  atMs: SEED_DAY_MS,
  scenario,
  paths: ['a.md'],
  rows,
  baselineId: 'openai/o1',
};

describe('a cost divided by another one', () => {
  assert.ok(o1 && r1);
  // 0.045 USD / 0.001645 USD = 27.36.
  const headline = findHeadline(rows, 'openai/o1', '');

  for (const [place, text] of Object.entries({
    'the headline': describeHeadline(
      ENGLISH,
      { headline, models: seedModels(), scenario },
      { kind: 'document', name: 'a.md', count: 1 },
    ),
    'the figure of a cheaper model': describePart(ENGLISH, r1, o1),
    "the report's table": timesCell(ENGLISH, r1, o1),
    'the comparison with a baseline': describeAgainst(ENGLISH, r1, o1),
    'an export to Markdown': exportMarkdown(report, ENGLISH_EXPORT),
  })) {
    it(`is the same part in ${place}`, () => assert.match(text ?? '', /(?<![\d.])1\/27\.4\b/));
  }

  for (const [place, text] of Object.entries({
    'the figure of a dearer model': describePart(ENGLISH, o1, r1),
    "the report's table": timesCell(ENGLISH, o1, r1),
    'the comparison with a baseline': describeAgainst(ENGLISH, o1, r1),
    'the comparison with the cheapest': rankEstimates(rows)
      .map((row) => describeTimes(ENGLISH, row))
      .join(),
    'an export to Markdown': exportMarkdown({ ...report, baselineId: '' }, ENGLISH_EXPORT),
    'the terminal': renderText(report, { words: ENGLISH }),
  })) {
    it(`is the same multiple in ${place}`, () => assert.match(text ?? '', /\b27\.4[×x]/));
  }
});
