import assert from 'node:assert/strict';
import { completeScenario } from '../../../../src/core/scenario/scenario';
import { PRESETS } from '../../../../src/core/scenario/presets';
import {
  describeScenario,
  describeScenarioChange,
  describeScenarioCost,
  fieldHint,
  presetName,
} from '../../../../src/wording/scenario/sentences';
import { ENGLISH } from '../../../../src/wording/words';
import { exact, rowOf, SEED_DAY_MS, seedModels } from '../../../support/reports';

describe('the sentences of a scenario', () => {
  it('name all assumptions that differ from a plain call', () => {
    assert.deepStrictEqual(describeScenario(ENGLISH, { outputTokens: 500 }), [
      '500 output tokens',
      '1 call a day',
    ]);
    const all = {
      outputTokens: 1,
      reasoningTokens: 4000,
      cachedShare: 0.8,
      cacheWrite: 'short',
      batch: true,
      serviceTier: 'flex',
      regional: true,
      messages: 1,
      conversationTurns: 20,
      turnInputTokens: 200,
      cacheHistory: true,
      callsPerDay: 100,
    } as const;
    assert.equal(
      describeScenario(ENGLISH, all).join(', '),
      '1 output token, 4,000 reasoning tokens, 80% of the prompt cached, ' +
        'cache written by the first call of a day (short lifetime), batch, service tier flex, ' +
        'regional processing, 1 message, 20 turns, 200 tokens added a turn, ' +
        'cached history, 100 conversations a day',
    );
  });

  it('have one token in the singular', () => {
    const one = completeScenario({
      outputTokens: 1,
      reasoningTokens: 1,
      conversationTurns: 2,
      turnInputTokens: 1,
    });
    assert.match(
      describeScenario(ENGLISH, one).join(', '),
      /^1 output token, 1 reasoning token, 2 turns, 1 token added a turn/,
    );
  });

  // 1,000 tokens at 15 and 500 or 1,000 at 60 USD per million: 0.045 and 0.075 USD; 30 days: 1.35 and 2.25 USD.
  it('state the cost of a change and the cost now', () => {
    const [model] = seedModels();
    assert.ok(model);
    const scenario = completeScenario({ outputTokens: 500 });
    const current = { estimate: rowOf(model, [exact(1000)]), scenario, atMs: SEED_DAY_MS };
    const changed = { ...scenario, outputTokens: 1000 };
    assert.equal(
      describeScenarioCost(ENGLISH, current, changed),
      '$0.0750 per call, $2.25 a month',
    );
    assert.equal(
      describeScenarioChange(ENGLISH, current, changed),
      '$0.0750 per call (now $0.0450), $2.25 a month (now $1.35)',
    );
    assert.match(
      describeScenarioChange(ENGLISH, current, { ...changed, conversationTurns: 2 }),
      /per conversation \(now \$0\.0450 per call\)/,
    );
    assert.equal(
      describeScenarioChange(ENGLISH, current, { ...changed, serviceTier: 'ultrafast' }),
      'No price: the price table does not have this service tier for this model. (now $0.0450)',
    );
  });

  it('name the value to type and differ for each preset', () => {
    assert.equal(
      fieldHint(ENGLISH, 'outputTokens'),
      'Type a whole number from 0 to 10,000,000, such as 2,000.',
    );
    assert.match(fieldHint(ENGLISH, 'cachedShare'), /such as 25%\.$/);
    const names = PRESETS.map(({ id }) => presetName(ENGLISH, id));
    assert.equal(new Set(names).size, PRESETS.length);
  });
});
