import assert from 'node:assert/strict';
import { ownAnswers, ownCalls } from '../../../../../src/core/estimate/own/calls';

const request = (messages: number, maxOutputTokens?: number, hasAnswer = true) => ({
  messages,
  maxOutputTokens,
  hasAnswer,
});

describe('what requests say of their own calls', () => {
  it('is their messages and longest answers, as single calls', () => {
    assert.deepEqual(ownCalls([request(2, 100), request(0), request(0, undefined, false)], true), [
      { conversationTurns: 1, messages: 2, outputTokens: 100, reasoningTokens: 0 },
      { conversationTurns: 1 },
      { conversationTurns: 1, outputTokens: 0, reasoningTokens: 0 },
    ]);
  });

  it('is without the answers that are stated, if the user wants those assumed; an embedding has none', () => {
    assert.deepEqual(ownCalls([request(2, 100), request(0, 5, false)], false), [
      { conversationTurns: 1, messages: 2 },
      { conversationTurns: 1, outputTokens: 0, reasoningTokens: 0 },
    ]);
  });

  it('is one object for equal requests', () => {
    const [a, b, c] = ownCalls([request(1, 9), request(1, 9), request(1, 8)], true);
    assert.equal(a, b);
    assert.notEqual(a, c);
  });

  it('tells whether all, some or none have answers of their own', () => {
    const stated = { outputTokens: 1 };
    assert.equal(ownAnswers([]), 'none');
    assert.equal(ownAnswers([{}, {}]), 'none');
    assert.equal(ownAnswers([stated, {}]), 'some');
    assert.equal(ownAnswers([stated, { outputTokens: 0 }]), 'all');
  });
});
