import { test } from '@playwright/test';
import { webExtension } from '../../scripts/host/webExtension.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

test.describe('the bundle for browser-hosted editors', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await startWorkbench({ fixture: 'samples', extension: webExtension().path });
  });
  test.afterAll(() => workbench.close());

  test('prices the open prompt in a web worker', async () => {
    await workbench.openFile('summarize.ts');
    await workbench.statusText(/^≈?\$[\d.]+ · ≈?[\d,]+ tokens · for one call$/);
  });

  test('shows the report', async () => {
    await workbench.runCommand('API Spend: Open Report');
    await workbench.webviewFrame().locator('tbody tr').nth(10).waitFor();
  });
});
