import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { vsixFile } from '../../scripts/extensionPackage.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

for (const host of ['current', 'oldest'] as const)
  test.describe(`the package in a clean VS Code (${host})`, () => {
    test.describe.configure({ mode: 'serial' });
    let workbench: Workbench;

    test.beforeAll(async () => {
      workbench = await startWorkbench({ host, extension: vsixFile });
    });
    test.afterAll(() => workbench.close());

    test('shows the status-bar item', async () => {
      await workbench.openFile('README.md');
      assert.notEqual(await workbench.statusText(), '');
    });
  });
