import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/priceTables';

/** Runs the built file in a separate process; test/unit/cli tests its output. */
describe('the terminal program (built)', function () {
  this.timeout(30_000);

  function run(...args: string[]) {
    const cli = join(projectRoot, 'dist/cli.js');
    return spawnSync(process.execPath, [cli, ...args], { input: 'hello world', encoding: 'utf8' });
  }

  it('counts standard input, estimates, reads settings, and refuses with exit code 2', () => {
    assert.equal(run('count', '--model', 'openai/o1').stdout, '2\n');
    const estimate = run('estimate', '-', '--settings', join(projectRoot, 'package.json'));
    assert.equal(estimate.status, 2);
    assert.match(estimate.stderr, /^api-spend: .*package\.json: has none of the settings/);
    const table = run('estimate', '-');
    assert.equal(table.status, 0);
    assert.match(table.stdout, /more models: add --all, or --find WORDS\n/);
  });

  it('says that its output could not be written, as on a disk that is full', function () {
    // A device of Linux that is always full.
    if (!existsSync('/dev/full')) return this.skip();
    const full = openSync('/dev/full', 'w');
    const cli = join(projectRoot, 'dist/cli.js');
    const { status, stderr } = spawnSync(process.execPath, [cli, 'estimate', '-'], {
      input: 'hello world',
      stdio: ['pipe', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    assert.equal(status, 2);
    assert.match(stderr, /^api-spend: the output could not be written[^\n]*ENOSPC[^\n]*\n$/);
  });
});
