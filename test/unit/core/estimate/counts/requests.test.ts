import assert from 'node:assert/strict';
import { groupModels } from '../../../../../src/core/estimate/counts/groups';
import { RequestsCount } from '../../../../../src/core/estimate/counts/requests';
import { estimateTexts } from '../../../../../src/core/estimate/estimate';
import { fileCallsOf } from '../../../../../src/core/estimate/own/fileCalls';
import type { MediaPart } from '../../../../../src/core/media/part';
import { finish } from '../../../../../src/core/scheduling/sliced';
import { bundledModel } from '../../../../support/priceTables';
import { counterOf } from '../../tokens/support/counters';

const gpt4o = bundledModel('gpt-4o');

function counted(sides: readonly number[], mostSized?: number) {
  const groups = groupModels([gpt4o]);
  const count = new RequestsCount(groups, groups.encodings.map(counterOf), mostSized);
  for (const side of sides) {
    const media: MediaPart[] = side === 0 ? [] : [{ kind: 'image', width: side, height: side }];
    const parts = [{ text: 'Hello', languageId: '' }];
    const stated = { messages: 0, maxOutputTokens: 1, hasAnswer: true, answers: 1 };
    finish(count.add({ ...stated, serviceTier: undefined, parts, media }));
  }
  return count.counted();
}

function estimateOf({ counts, calls }: ReturnType<typeof counted>, isTraining = false) {
  const file = { isBatch: false, isTraining, calls };
  const uses = { answers: true, tiers: true, batch: true };
  return estimateTexts(gpt4o, counts, { outputTokens: 1 }, Date.UTC(2026, 10, 27), [
    fileCallsOf(file, uses),
  ]);
}

describe('the counts of requests', () => {
  it('have what is beside each text on a model', () => {
    // gpt-4o: 85 + 4 x 170 = 765 tokens of 1,024 x 1,024 pixels, 85 + 170 = 255 of 512 x 512, and 1 of each text.
    const { count, texts, beside } = estimateOf(counted([1024, 0, 512, 1024]));
    assert.equal(count.tokens, 4 + 765 + 255 + 765);
    assert.equal(texts[0]?.tokens, 4);
    assert.equal(beside?.tokens, 1785);
  });

  it('keep so many sizes; other pictures have the range of all sizes', () => {
    const { calls, unsized, counts } = counted([1024, 512, 1024, 768, 700], 2);
    assert.equal(unsized, 2);
    assert.deepStrictEqual(
      calls.map(({ media }) => media),
      [
        [{ kind: 'image', width: 1024, height: 1024 }],
        [{ kind: 'image', width: 512, height: 512 }],
        [{ kind: 'image' }],
      ],
    );
    const { count } = estimateOf({ calls, unsized, counts });
    const known = 5 + 765 + 255 + 765;
    assert.ok(count.low < known + 2 * 765 && count.high > known + 2 * 765);
    assert.equal(count.method, 'estimated');
  });

  it('have no price, and their pictures, as examples for fine-tuning', () => {
    const { price, count } = estimateOf(counted([1024]), true);
    assert.equal(price.kind === 'unpriced' && price.reason, 'training');
    assert.equal(count.tokens, 766);
  });
});
