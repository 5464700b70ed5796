import assert from 'node:assert/strict';
import { overrideScenario } from '../../../../src/core/scenario/override';
import { completeScenario } from '../../../../src/core/scenario/scenario';

const base = completeScenario({ outputTokens: 500, callsPerDay: 7 });

describe('a scenario with changes', () => {
  it('keeps the other assumptions', () => {
    assert.deepStrictEqual(overrideScenario(base, { batch: true, messages: undefined }), {
      ok: true,
      scenario: { ...base, batch: true },
    });
  });

  it('rejects invalid values and unknown names', () => {
    const result = overrideScenario(base, { cachedShare: 2, output: 3, batch: true });
    assert.ok(!result.ok);
    assert.deepStrictEqual(result.unknown, ['output']);
    assert.deepStrictEqual(result.problems, [
      { name: 'cachedShare', value: 2, rule: { kind: 'share' } },
    ]);
  });
});
