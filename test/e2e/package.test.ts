import assert from 'node:assert/strict';
import { vsixFile } from '../../scripts/extensionPackage.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

for (const host of ['current', 'oldest'] as const)
  describe(`the package in a clean VS Code (${host})`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await startWorkbench({ host, extension: vsixFile });
    });
    after(() => workbench.close());

    it('shows the entry in the status bar', async () => {
      await workbench.openFile('README.md');
      assert.notEqual(await workbench.statusText(), '');
    });
  });
