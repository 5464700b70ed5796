import assert from 'node:assert/strict';
import { hasBadLimit } from '../../../../src/core/requests/limits';
import { answersOf, serviceTierOf } from '../../../../src/core/requests/options';

describe('the options of a request', () => {
  it('may have a length of the answer that no API takes', () => {
    for (const limit of [0, -1, 1.5, '100', 1e30])
      assert.ok(hasBadLimit({ max_tokens: limit }), String(limit));
    for (const limit of [1, 100, null, undefined])
      assert.ok(!hasBadLimit({ max_tokens: limit }), String(limit));
    // Ollama's: no limit, and as long as the context is.
    for (const limit of [-1, -2]) assert.ok(!hasBadLimit({ options: { num_predict: limit } }));
    assert.ok(hasBadLimit({ options: { num_predict: -3 } }));
    assert.ok(!hasBadLimit({ max_tokens: -1, max_completion_tokens: 5 }));
  });

  it('say how many answers are billed', () => {
    assert.equal(answersOf({}), 1);
    assert.equal(answersOf({ n: 3 }), 3);
    assert.equal(answersOf({ n: 2, best_of: 5 }), 5);
    assert.equal(answersOf({ generationConfig: { candidateCount: 4 } }), 4);
    assert.equal(answersOf({ generation_config: { candidate_count: 4 } }), 4);
    for (const n of [0, -1, 1.5, '3', 1001, null]) assert.equal(answersOf({ n }), 1);
  });

  it('say which service tier is asked for, under the names of the table', () => {
    assert.equal(serviceTierOf({ service_tier: 'flex' }), 'flex');
    assert.equal(serviceTierOf({ service_tier: 'priority' }), 'fast');
    assert.equal(serviceTierOf({ serviceTier: { type: 'Priority' } }), 'fast');
    assert.equal(serviceTierOf({ service_tier: 'auto', speed: 'fast' }), 'fast');
    assert.equal(serviceTierOf({ service_tier: 'default' }), 'standard');
    assert.equal(serviceTierOf({ service_tier: 'standard_only' }), 'standard');
    for (const tier of ['auto', 'scale', 7, undefined])
      assert.equal(serviceTierOf({ service_tier: tier }), undefined);
  });
});
