import assert from 'node:assert/strict';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

describe('a window with the extension from its folder', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await startWorkbench();
  });
  after(() => workbench.close());

  it('shows the entry in the status bar', async () => {
    await workbench.openFile('README.md');
    assert.notEqual(await workbench.statusText(), '');
    await workbench.screenshot('status-bar');
  });
});
