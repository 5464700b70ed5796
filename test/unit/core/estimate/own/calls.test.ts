import assert from 'node:assert/strict';
import type { Beside } from '../../../../../src/core/estimate/counts/beside';
import type { FileCalls } from '../../../../../src/core/estimate/counts/many';
import type { OwnCall } from '../../../../../src/core/estimate/modelScenario';
import { NO_TOKENS } from '../../../../../src/core/media/sum';
import { ownAnswers, ownCalls, withoutAnswers } from '../../../../../src/core/estimate/own/calls';

const ALL_STATED = { answers: true, tiers: true };
const NONE_STATED = { answers: false, tiers: false };

/** A file has each request with its history. */
const AS_SENT = { conversationTurns: 1, turnInputTokens: 0 };

const request = (messages: number, maxOutputTokens?: number, hasAnswer = true) => ({
  messages,
  maxOutputTokens,
  hasAnswer,
  answers: 1,
  serviceTier: undefined,
});

describe('what requests say of their own calls', () => {
  it('is their messages and longest answers, as single calls', () => {
    assert.deepEqual(
      ownCalls([request(2, 100), request(0), request(0, undefined, false)], ALL_STATED),
      [
        { ...AS_SENT, messages: 2, outputTokens: 100, reasoningTokens: 0 },
        AS_SENT,
        { ...AS_SENT, outputTokens: 0, reasoningTokens: 0 },
      ],
    );
  });

  it('is without the answers that are stated, if the user wants those assumed; an embedding has none', () => {
    assert.deepEqual(ownCalls([request(2, 100), request(0, 5, false)], NONE_STATED), [
      { ...AS_SENT, messages: 2 },
      { ...AS_SENT, outputTokens: 0, reasoningTokens: 0 },
    ]);
  });

  it('is one object for equal requests', () => {
    const [a, b, c] = ownCalls([request(1, 9), request(1, 9), request(1, 8)], ALL_STATED);
    assert.equal(a, b);
    assert.notEqual(a, c);
    const beside: Beside = { kinds: [], familyOf: () => '', on: () => NO_TOKENS };
    const same = [request(1, 9), request(1, 9), request(1, 9)];
    const [with1, with2, without] = ownCalls(same, ALL_STATED, [beside, beside, undefined]);
    assert.equal(with1, with2);
    assert.notEqual(with1, without);
  });

  it('tells whether all, some or none have answers of their own', () => {
    const stated = { outputTokens: 1 };
    assert.equal(ownAnswers([]), 'none');
    assert.equal(ownAnswers([{}, {}]), 'none');
    assert.equal(ownAnswers([stated, {}]), 'some');
    assert.equal(ownAnswers([stated, { outputTokens: 0 }]), 'all');
  });

  it('has several answers whether they are assumed or not, and a service tier unless it is dropped', () => {
    const flex = { ...request(0, 100), answers: 3, serviceTier: 'flex' } as const;
    const call = { ...AS_SENT, answers: 3 };
    assert.deepEqual(ownCalls([flex], { answers: false, tiers: true }), [
      { ...call, serviceTier: 'flex' },
    ]);
    assert.deepEqual(ownCalls([flex], NONE_STATED), [call]);
  });

  it('has assumed answers also in a file of many requests, but an embedding still has none', () => {
    const embedding = { outputTokens: 0, reasoningTokens: 0 };
    const stated = { messages: 2, outputTokens: 100, reasoningTokens: 0 };
    const file = (...each: OwnCall[]): FileCalls => ({ each, batch: true });
    assert.deepEqual(withoutAnswers([file(stated, embedding)]), [file({ messages: 2 }, embedding)]);
    const twice = withoutAnswers([stated, stated]);
    assert.equal(twice[0], twice[1]);
  });
});
