import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { argumentProblem } from '../../../src/cli/reader/argumentError';
import { describeUsageProblem } from '../../../src/wording/documents/terminal';
import { ENGLISH } from '../../../src/wording/words';

const options = {
  model: { type: 'string', short: 'm' },
  find: { type: 'string' },
  json: { type: 'boolean' },
} as const;

function problemOf(...args: string[]): string {
  try {
    parseArgs({ args, options });
  } catch (error) {
    const problem = argumentProblem(error);
    return problem ? describeUsageProblem(ENGLISH, problem) : String(error);
  }
  return 'none';
}

describe('arguments that the terminal refuses', () => {
  it('are named in our own words, which are translated', () => {
    assert.equal(problemOf('--modle'), 'unknown option: --modle (api-spend help lists them)');
    assert.equal(problemOf('-q'), 'unknown option: -q (api-spend help lists them)');
    assert.equal(problemOf('--model'), 'the option --model needs a value');
    assert.equal(problemOf('--find'), 'the option --find needs a value');
    assert.equal(problemOf('--find', '--json'), 'the option --find needs a value');
    assert.equal(problemOf('--json=yes'), 'the option --json takes no value');
    assert.equal(problemOf("it's here"), "unexpected argument: it's here");
  });

  it('are no problem where they are right, and other errors stay theirs', () => {
    assert.equal(problemOf('--find', 'o1', '--json'), 'none');
    assert.equal(argumentProblem(new Error('other')), undefined);
    assert.equal(argumentProblem('text'), undefined);
  });
});
