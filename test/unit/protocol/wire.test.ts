import assert from 'node:assert/strict';
import type { KeptCall } from '../../../src/core/estimate/own/calls';
import { wireCall } from '../../../src/protocol/wire';

const CALL: KeptCall = {
  messages: 2,
  maxOutputTokens: 300,
  hasAnswer: true,
  answers: 3,
  serviceTier: 'flex',
  media: [],
};
const ALL = { answers: true, tiers: true };

describe('what a page gets of the call of a request', () => {
  it('is all that the request states, if the user wants it', () => {
    const picture = { kind: 'image', width: 10, height: 20 } as const;
    const beside = { media: [picture], names: 1, modelMessages: 4, tokenIds: 7 };
    const unseen = new Map([['server', 2]] as const);
    assert.deepEqual(wireCall({ ...CALL, ...beside, unseen }, ALL), {
      messages: 2,
      outputTokens: 300,
      answers: 3,
      serviceTier: 'flex',
      media: [picture],
      names: 1,
      modelMessages: 4,
      tokenIds: 7,
      unseen: ['server'],
    });
  });

  it('has neither the answer nor the tier that the user does not want', () => {
    const none = { answers: false, tiers: false };
    assert.deepEqual(wireCall(CALL, none), { messages: 2, answers: 3 });
  });

  it('says that an embedding has no answer, whatever is wanted', () => {
    const embedding = { ...CALL, hasAnswer: false, serviceTier: undefined };
    for (const answers of [true, false])
      assert.deepEqual(wireCall(embedding, { answers, tiers: true }), {
        messages: 2,
        outputTokens: 0,
      });
  });
});
