import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openWorkbench } from '../../scripts/host/openWorkbench.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';

// 2 input tokens ("hello world") at 15 and 500 output tokens at 60 with openai/o1: 30,030 millionths of a dollar.

const SETTINGS = { 'apiSpend.model': 'openai/o1', 'security.workspace.trust.banner': 'never' };

test.describe('two folders, of which one has a file of its team', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let connected = 0;
  const connections = (): number => connected;
  const server = createServer((socket) => {
    connected++;
    socket.destroy();
  });

  test.beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { path } = temporaryFolder('workspace');
    for (const folder of ['team', 'other']) {
      mkdirSync(join(path, folder));
      writeFileSync(join(path, folder, `${folder}.txt`), 'hello world');
    }
    writeFileSync(join(path, 'team', '.api-spend.json'), '{ "discounts": { "openai/*": 0.5 } }');
    const both = join(path, 'both.code-workspace');
    writeFileSync(both, JSON.stringify({ folders: [{ path: 'team' }, { path: 'other' }] }));
    const { port } = server.address() as AddressInfo;
    const settings = {
      ...SETTINGS,
      'apiSpend.pricing.updateUrl': `https://127.0.0.1:${port}/pricing.json`,
    };
    workbench = await openWorkbench({ folder: both, settings });
  });
  test.afterAll(async () => {
    await workbench.close();
    server.close();
  });

  test('have the prices of their own folder', async () => {
    await workbench.openFile('other.txt');
    await workbench.statusText('$0.0300 · 2 tokens');
    await workbench.openFile('team.txt');
    await workbench.statusText('$0.0150 · 2 tokens');
    await workbench.openFile('other.txt');
    await workbench.statusText('$0.0300 · 2 tokens');
  });

  test('request prices only after the user has agreed, and ask once', async () => {
    const update = async (): Promise<void> => {
      await workbench.runCommand('API Spend: Update Prices');
      await workbench.pick('web', 'From a web address');
    };
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await update();
    await expect(dialog).toContainText('Request prices from 127.0.0.1');
    await expect(dialog).toContainText('/pricing.json now, and again each time');
    await workbench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(connections(), 0, 'a refusal requests nothing');
    await update();
    await dialog.getByText('Request Prices', { exact: true }).click();
    // In the list of notifications, because a toast may close before the test reads it.
    await workbench.runCommand('Notifications: Show Notifications');
    const list = workbench.page.locator('.notifications-center .notification-list-item');
    await list.filter({ hasText: 'cannot be reached' }).waitFor();
    const before = connections();
    assert.ok(before > 0);
    await update();
    await expect.poll(connections, 'the second request is not asked about').toBeGreaterThan(before);
  });
});
