// A prompt whose price is unknown because of its length, on both sides of the edge, wherever a row is shown.
import assert from 'node:assert/strict';
import { renderTextTable } from '../../../src/cli/estimate/table';
import type { Estimate } from '../../../src/core/estimate/estimate';
import { rankEstimates } from '../../../src/core/estimate/ranking';
import { describeCost } from '../../../src/wording/cost';
import { describeMarks } from '../../../src/wording/marks';
import { derivationNotes } from '../../../src/wording/page/derivation';
import { bundledModel } from '../../support/priceTables';
import { exact, rowOf } from '../../support/reports';
import { ENGLISH } from '../../../src/wording/words';
import { READER } from '../../support/words';

const AT_MS = Date.parse('2026-11-28');
const SCENARIO = { outputTokens: 500 };
const REASON =
  'No price: what this model costs here for a prompt of this length is not known; shorter prompts have a price.';
const FROM = 'What a prompt of 272,001 tokens or more costs here is not known: it has no price.';

function row(id: string, tokens: number): Estimate {
  return rowOf(bundledModel(id), [exact(tokens)], SCENARIO, AT_MS);
}

// At Cloudflare, 272,000 tokens at 5 and 500 at 30 are 1.375 USD; at OpenAI, 272,001 at 10 and 500 at 45 are 2.74251.
describe('a prompt whose price is unknown because of its length', () => {
  const short = row('cloudflare-ai-gateway/gpt-5.5', 272_000);
  const long = row('cloudflare-ai-gateway/gpt-5.5', 272_001);
  const age = { atMs: AT_MS, staleAfterDays: 120 };

  it('has the reason on a row of the comparison', () => {
    assert.equal(describeCost(READER, short), '$1.38');
    assert.deepEqual(describeMarks(READER, short, age), []);
    assert.equal(describeCost(READER, long), 'no price');
    assert.deepEqual(describeMarks(READER, long, age), [REASON]);
  });

  it('is announced in the detail of a row of the report', () => {
    assert.ok(derivationNotes(READER, short, SCENARIO).includes(FROM));
    const openai = row('openai/gpt-5.5', 272_000);
    assert.ok(!derivationNotes(READER, openai, SCENARIO).includes(FROM));
  });

  it('stands behind those with a price in the terminal', () => {
    const openai = row('openai/gpt-5.5', 272_001);
    const lines = (rows: Estimate[]): string[] =>
      renderTextTable(rankEstimates(rows), { words: ENGLISH })
        .split('\n')
        .filter((line) => line.includes('gpt-5.5'));
    const [first, second] = lines([long, openai]);
    assert.match(first ?? '', /^openai\/gpt-5\.5 .*\$2\.74/);
    assert.match(second ?? '', /^cloudflare-ai-gateway\/gpt-5\.5 /);
    assert.ok(second?.includes(REASON), second);
    assert.match(lines([short])[0] ?? '', /\$1\.38/);
  });
});
