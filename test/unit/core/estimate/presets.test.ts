import assert from 'node:assert/strict';
import { parseScenario } from '../../../../src/core/estimate/parseScenario';
import { PRESETS, presetOf } from '../../../../src/core/estimate/presets';

describe('presets', () => {
  it('are scenarios that the settings take', () => {
    for (const { id, scenario } of PRESETS) {
      const parsed = parseScenario((name) => scenario[name]);
      assert.deepEqual(parsed, { ok: true, scenario }, id);
    }
  });

  it('are told from each other and from anything else', () => {
    for (const preset of PRESETS) assert.equal(presetOf({ ...preset.scenario }), preset);
    const [first] = PRESETS;
    assert.ok(first);
    assert.equal(presetOf({ ...first.scenario, outputTokens: 501 }), undefined);
    assert.equal(new Set(PRESETS.map(({ name }) => name)).size, PRESETS.length);
  });
});
