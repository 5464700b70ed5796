import assert from 'node:assert/strict';
import { sentOn } from '../../../../../src/core/estimate/counts/sent';
import { sharedCounts } from '../../../../../src/core/estimate/counts/shared';
import { estimateTexts } from '../../../../../src/core/estimate/estimate';
import { groupOf } from '../../../../../src/core/estimate/counts/groups';
import { DEFAULT_SCENARIO } from '../../../../../src/core/scenario/scenario';
import { bundledModel } from '../../../../support/priceTables';
import { exact } from '../../../../support/reports';

const AT_MS = Date.parse('2026-11-23T12:00:00Z');
const mini = bundledModel('openai/gpt-4o-mini');
const gpt = bundledModel('openai/gpt-4o');
const LENGTHS = 7;
const texts = Array.from({ length: 1_000 }, (_, index) => ({
  countFor: () => exact(index % LENGTHS),
}));
const call = { messages: 1 };
const calls = texts.map(() => call);

describe('shared counts', () => {
  it('are one list for all models of a group', () => {
    const countsOf = sharedCounts(texts);
    assert.equal(groupOf(gpt), groupOf(mini));
    assert.equal(countsOf(gpt), countsOf(mini));
  });

  it('keep one object for equal counts, also with the chat format', () => {
    const counts = sharedCounts(texts)(gpt);
    const sent = sentOn(gpt, counts, calls, DEFAULT_SCENARIO);
    assert.equal(counts.length, texts.length);
    for (const list of [counts, sent.counts, sent.contents])
      assert.equal(new Set(list).size, LENGTHS);
  });

  it('give the same estimate as counts of their own', () => {
    const plain = texts.map(({ countFor }) => countFor());
    for (const model of [gpt, mini])
      assert.deepEqual(
        estimateTexts(model, sharedCounts(texts)(model), DEFAULT_SCENARIO, AT_MS, calls),
        estimateTexts(model, plain, DEFAULT_SCENARIO, AT_MS, calls),
      );
  });
});
