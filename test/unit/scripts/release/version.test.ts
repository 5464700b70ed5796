import assert from 'node:assert/strict';
import { HumanError } from '../../../../scripts/humanError.mjs';
import { channelOf, checkTag } from '../../../../scripts/release/version.mjs';

describe('the version of a release', () => {
  const cases = [
    ['0.1.0', 'pre-release'],
    ['0.2.0', 'release'],
    ['1.0.0', 'release'],
    ['1.0.1', 'release'],
    ['1.1.0', 'pre-release'],
    ['1.10.3', 'release'],
    ['2.11.0', 'pre-release'],
  ];
  for (const [version = '', channel] of cases)
    it(`${version} is on the channel ${channel}`, () => {
      assert.equal(channelOf(version), channel);
    });

  for (const version of ['1.0', '1.0.0-beta.1', 'v1.0.0', '1.0.0.0', ''])
    it(`cannot be "${version}"`, () => {
      assert.throws(() => channelOf(version), HumanError);
    });

  it('is that of the tag', () => {
    checkTag('v1.2.3', '1.2.3');
    for (const tag of ['1.2.3', 'v1.2.4', 'v1.2.30', 'V1.2.3', ''])
      assert.throws(() => checkTag(tag, '1.2.3'), HumanError, tag);
  });
});
