import assert from 'node:assert/strict';
import { lookUpRates } from '../../../../src/core/pricing/rates/lookup';
import { bundledModel } from '../../../support/priceTables';

/** Prices and life cycles that an audit against other sources found wrong, with the right values. */
describe('audited prices', () => {
  const ratesAt = (id: string, at: string) => {
    const found = lookUpRates(bundledModel(id), Date.parse(at), 1000);
    assert.equal(found.kind, 'rates', `${id} at ${at}`);
    const { rates, retired, period } = found;
    return { rates, retired, servedBy: period.servedBy?.id };
  };

  // Z.ai's launch promotion ended on 2026-09-09 at 24:00 UTC+8 (price_comments of genai-prices 0.1.8).
  it('have GLM-5.3 Flash at half price until its promotion ended', () => {
    const promotion = { input: 0.075, cachedInput: 0.015, output: 0.25 };
    const list = { input: 0.15, cachedInput: 0.03, output: 0.5 };
    assert.deepEqual(ratesAt('zai/GLM-5.3-Flash', '2026-09-09T15:59:59Z').rates, promotion);
    assert.deepEqual(ratesAt('zai/GLM-5.3-Flash', '2026-09-09T16:00:00Z').rates, list);
  });

  it('have the cache writes of GPT-6.1 Terra and Kimi K3.1 Pro', () => {
    const terra = { input: 1, cachedInput: 0.05, cacheWrite: 1.25, cacheWriteLong: 2.5, output: 5 };
    assert.deepEqual(ratesAt('openai/gpt-6.1-terra', '2026-11-27').rates, terra);
    const kimi = { input: 2, cachedInput: 0.2, cacheWrite: 2, cacheWriteLong: 4, output: 10 };
    assert.deepEqual(ratesAt('moonshot/kimi-k3.1-pro', '2026-11-27').rates, kimi);
  });

  it('include the documented cache minimums of the newest Claude models', () => {
    for (const id of ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'])
      assert.equal(bundledModel(`anthropic/${id}`).cacheMinimumTokens, 512, id);
    assert.equal(bundledModel('anthropic/claude-fable-5-2').cacheMinimumTokens, undefined);
  });

  it('end when their vendors say', () => {
    for (const [id, lastInstant, end] of [
      ['anthropic/claude-opus-4-5', '2027-01-21T23:59:59Z', '2027-01-22T00:00:00Z'],
      ['amazon/amazon.nova-premier-v1:0', '2026-09-13T23:59:59Z', '2026-09-14T00:00:00Z'],
    ] as const) {
      assert.equal(ratesAt(id, lastInstant).retired, false, id);
      assert.equal(ratesAt(id, end).retired, true, id);
    }
  });

  // DeepSeek's page: the name is still accepted and billed at the price of Flash.
  it('bill DeepSeek V4 Flash as its successor once its name means that', () => {
    const before = ratesAt('deepseek/deepseek-v4-flash', '2026-09-10T03:59:59Z');
    assert.equal(before.servedBy, undefined);
    for (const [at, input, output] of [
      ['2026-11-28T02:00:00Z', 0.15, 0.6], // Saturday: off-peak
      ['2026-11-27T02:00:00Z', 0.3, 1.2], // Friday, 10:00 in Beijing: peak
    ] as const) {
      const { rates, retired, servedBy } = ratesAt('deepseek/deepseek-v4-flash', at);
      assert.deepEqual([rates.input, rates.output, retired], [input, output, false]);
      assert.equal(servedBy, 'deepseek/deepseek-flash');
    }
  });

  // Google's deprecations, read on 2026-11-10: from 2026-12-01 requests are routed to the successor at its rates.
  it('bill Gemini 2.5 as its successors from December', () => {
    for (const [id, successor, input, output] of [
      ['google/gemini-2.5-pro', 'google/gemini-3.8-flash', 0.75, 3.75],
      ['google/gemini-2.5-flash', 'google/gemini-3.5-flash-lite', 0.3, 2.5],
    ] as const) {
      const before = ratesAt(id, '2026-11-30T23:59:59Z');
      assert.equal(before.servedBy, undefined);
      const { rates, servedBy } = ratesAt(id, '2026-12-01T00:00:00Z');
      assert.deepEqual([servedBy, rates.input, rates.output], [successor, input, output]);
      const later = Date.parse('2027-02-01');
      const [mine, theirs] = [id, successor].map((each) =>
        lookUpRates(bundledModel(each), later, 1000),
      );
      assert.ok(mine?.kind === 'rates' && theirs?.kind === 'rates');
      assert.deepEqual(mine.rates, theirs.rates, 'also when the price of the successor changes');
    }
  });
});
