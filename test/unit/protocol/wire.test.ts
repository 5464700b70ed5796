import assert from 'node:assert/strict';
import type { KeptCall } from '../../../src/core/estimate/own/calls';
import * as v from 'valibot';
import { sampledCount } from '../../../src/core/estimate/counts/sampled';
import { exactCount } from '../../../src/core/tokens/tokenCount';
import { reportSubjectSchema } from '../../../src/protocol/subject';
import { wireCall, wireCounts, wireTemplate } from '../../../src/protocol/wire';

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

describe('what a page gets of a template', () => {
  const facts = {
    samples: 2,
    allSamples: 2,
    filled: ['a'],
    partly: [],
    open: ['z'],
    asWritten: ['{{z}}'],
    structures: [],
    files: ['x.sample.json'],
    broken: [],
  };

  it('is the count with each sample, and their means, which are no whole numbers', () => {
    const count = sampledCount([exactCount(24), exactCount(25)]);
    const counts = wireCounts([count, count]);
    const at = (tokens: number) => [tokens, tokens, tokens, 'exact'] as const;
    assert.deepEqual(counts, {
      counts: [at(24.5), at(24.5)],
      samples: [
        [at(24), at(24)],
        [at(25), at(25)],
      ],
    });
    assert.deepEqual(wireCounts([exactCount(1)]), { counts: [at(1)] });
    const template = wireTemplate(facts);
    const subject = {
      kind: 'document',
      name: 'x.prompty',
      identity: 'x',
      selections: 0,
      atMs: 0,
      groups: ['a', 'b'],
      files: [{ path: 'x.prompty', ...counts, template }],
      skipped: [],
    };
    assert.deepEqual(v.parse(reportSubjectSchema, subject), subject);
  });

  it('is where values are from and which are missing, if anything is known of them', () => {
    const { samples, allSamples, files, asWritten } = facts;
    assert.deepEqual(wireTemplate(facts), { samples, allSamples, files, asWritten });
    assert.equal(wireTemplate({ ...facts, filled: [], asWritten: [] }), undefined);
    assert.equal(wireTemplate(undefined), undefined);
  });
});
