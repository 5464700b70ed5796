import assert from 'node:assert/strict';
import { parseScenario } from '../../../../src/core/scenario/parse';
import { applyPreset, PRESETS, presetOf } from '../../../../src/core/scenario/presets';
import { completeScenario, DEFAULT_SCENARIO } from '../../../../src/core/scenario/scenario';

describe('presets', () => {
  it('are valid scenarios', () => {
    for (const preset of PRESETS) {
      const scenario = applyPreset(preset, completeScenario(DEFAULT_SCENARIO));
      const parsed = parseScenario((name) => scenario[name]);
      assert.deepEqual(parsed, { ok: true, scenario }, preset.id);
    }
  });

  it("keep the user's role of the text and region", () => {
    const own = completeScenario({ outputTokens: 7, treatTextAs: 'output', regional: true });
    for (const preset of PRESETS) {
      const { treatTextAs, regional } = applyPreset(preset, own);
      assert.deepEqual([treatTextAs, regional], ['output', true], preset.id);
    }
  });

  it('are recognized, and no other scenario is', () => {
    const own = completeScenario({ outputTokens: 7, treatTextAs: 'output', regional: true });
    for (const preset of PRESETS) assert.equal(presetOf(applyPreset(preset, own)), preset);
    const [first] = PRESETS;
    assert.ok(first);
    assert.equal(presetOf({ ...applyPreset(first, own), outputTokens: 501 }), undefined);
  });
});
