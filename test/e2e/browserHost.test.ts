import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

/**
 * The extension without `main`, as in an editor without a server: VS Code then starts the browser bundle in a
 * web worker.
 */
function extensionForBrowser(): string {
  const { path } = temporaryFolder('browser-extension');
  for (const name of ['dist', 'media', 'pricing.json', 'package.nls.json']) {
    cpSync(join(projectFolder, name), join(path, name), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    main?: string;
    extensionKind?: string[];
  };
  delete manifest.main;
  delete manifest.extensionKind;
  writeFileSync(join(path, 'package.json'), JSON.stringify(manifest));
  return path;
}

test.describe('the bundle for browser-hosted editors', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;

  test.beforeAll(async () => {
    workbench = await startWorkbench({ fixture: 'samples', extension: extensionForBrowser() });
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
