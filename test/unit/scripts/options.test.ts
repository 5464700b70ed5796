import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../../scripts/humanError.mjs';
import { readStartOptions, samplesFolder } from '../../../scripts/starting/options.mjs';
import { readTestOptions, stepNames } from '../../../scripts/testing/options.mjs';

describe('the options of npm test', () => {
  const cases: Array<[string[], readonly string[]]> = [
    [[], stepNames.filter((step) => step !== 'integration-web')],
    [['--only=unit'], ['unit']],
    [
      ['--only', 'lint,integration'],
      ['lint', 'integration-current', 'integration-oldest', 'integration-web'],
    ],
    [['--only=integration-oldest'], ['integration-oldest']],
  ];
  for (const [args, steps] of cases)
    it(`${args.join(' ') || 'none'}: ${steps.join(', ')}`, () => {
      assert.deepEqual([...readTestOptions(args).steps], steps);
    });

  it('list the steps if one does not exist', () => {
    assert.throws(() => readTestOptions(['--only=units']), HumanError);
  });

  it('select tests by title', () => {
    assert.equal(readTestOptions(['--grep', 'status bar']).grep, 'status bar');
  });
});

describe('the options of npm start', () => {
  it('default to the samples', () => {
    assert.deepEqual(readStartOptions([], tmpdir()), {
      folder: samplesFolder,
      screenshots: undefined,
      walkthrough: undefined,
    });
  });

  it('resolve paths from where npm was started', () => {
    assert.deepEqual(readStartOptions(['.', '--screenshots', 'pictures'], tmpdir()), {
      folder: tmpdir(),
      screenshots: join(tmpdir(), 'pictures'),
      walkthrough: undefined,
    });
    const { walkthrough } = readStartOptions(['--walkthrough', 'steps'], tmpdir());
    assert.equal(walkthrough, join(tmpdir(), 'steps'));
  });

  it('reject a folder that does not exist', () => {
    assert.throws(() => readStartOptions(['no/such/folder'], tmpdir()), HumanError);
  });
});
