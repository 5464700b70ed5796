import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromSetting, settingRule, toSetting } from '../../../../src/core/scenario/percent';

describe('a share in a setting', () => {
  it('is in percent, without errors of floating point', () => {
    assert.equal(fromSetting('cachedShare', 80), 0.8);
    // 33.3 / 100 is 0.33299999999999996, and 0.57 * 100 is 56.99999999999999.
    assert.equal(fromSetting('cachedShare', 33.3), 0.333);
    assert.equal(toSetting('cachedShare', 0.57), 57);
    assert.equal(toSetting('cachedShare', 1e-7), 1e-5);
    assert.deepStrictEqual(settingRule('cachedShare'), { kind: 'percent' });
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const back = fromSetting('cachedShare', toSetting('cachedShare', share));
        assert.ok(Math.abs(Number(back) - share) <= Number.EPSILON);
      }),
    );
  });

  it('changes no other assumption, and nothing that is no number', () => {
    assert.equal(toSetting('outputTokens', 500), 500);
    assert.equal(fromSetting('outputTokens', 500), 500);
    assert.equal(fromSetting('cachedShare', '80'), '80');
    assert.equal(fromSetting('cachedShare', undefined), undefined);
  });
});
