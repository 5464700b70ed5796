import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import { runIntegration, runWebIntegration } from '../../scripts/testing/integration.mjs';

test.describe('a test run whose extension host is killed', () => {
  test.describe.configure({ mode: 'serial' });
  test('fails although VS Code reports success', async () => {
    const { path: testsFolder } = temporaryFolder('tests');
    const suite = "exports.run = () => process.kill(process.pid, 'SIGKILL');";
    writeFileSync(join(testsFolder, 'index.js'), suite);
    const { passed, failed } = await runIntegration('current', { testsFolder });
    assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 });
  });

  test('fails in a web worker that leaves no result although VS Code reports success', async () => {
    const { passed, failed } = await runWebIntegration({ tests: 'exports.run = async () => {};' });
    assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 });
  });
});
