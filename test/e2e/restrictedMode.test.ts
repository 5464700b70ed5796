// What the settings and files of a folder that is not trusted must not do: see SECURITY.md.
import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { startWorkbench } from '../support/workbench';

// 2 input tokens ("hello world") at 15 and 500 output tokens at 60 with openai/o1: 30,030 millionths of a dollar.

const SETTINGS = {
  'apiSpend.model': 'openai/o1',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
};

/** A value other than the user's for each setting that a folder must not set. @param port of a server */
const folderSettings = (port: number): Readonly<Record<string, unknown>> => ({
  'apiSpend.model': 'openai/gpt-6-luna',
  'apiSpend.useFileModel': 'on',
  'apiSpend.treatTextAs': 'conversation',
  'apiSpend.scenario.outputTokens': 7,
  'apiSpend.scenario.reasoningTokens': 8,
  'apiSpend.scenario.cachedPercent': 50,
  'apiSpend.scenario.batch': true,
  'apiSpend.scenario.callsPerDay': 9,
  'apiSpend.scenario.messages': 10,
  'apiSpend.currency': { code: 'EUR', rate: 0.5, asOf: '2026-11-01' },
  'apiSpend.pricing.overrides': { 'openai/o1': { input: 0, output: 0 } },
  'apiSpend.pricing.customModels': [
    { id: 'acme/planted', encoding: 'o200k_base', rates: { input: 0, output: 0 } },
  ],
  'apiSpend.pricing.staleAfterDays': 1,
  'apiSpend.pricing.updateUrl': `https://127.0.0.1:${port}/pricing.json`,
  'apiSpend.budget.perCall': 0.000001,
  'apiSpend.budget.perMonth': 0.000001,
});

test.describe('a folder in Restricted Mode', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });

  test.beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    workbench = await startWorkbench({
      files: {
        'prompt.txt': 'hello world',
        'named.prompt.md': '---\nmodel: gpt-4o\n---\nhello world',
        '.api-spend.json': '{ "discounts": { "openai/*": 0.5 }, "scenario": { "batch": true } }',
        '.vscode/settings.json': JSON.stringify(folderSettings(port)),
      },
      settings: SETTINGS,
      isTrusted: false,
    });
  });
  test.afterAll(async () => {
    await workbench.close();
    server.close();
  });

  test('has the prices of everybody and the assumptions of the user, and says that the file is ignored', async () => {
    await workbench.openFile('prompt.txt');
    await workbench.statusText('$0.0300 · 2 tokens');
    const tooltip = await workbench.statusTooltip();
    const ignored = '.api-spend.json is ignored in Restricted Mode.';
    await expect(tooltip).toContainText(ignored);
    for (const sign of ['budget', '€', 'days ago', 'own price'])
      await expect(tooltip).not.toContainText(sign);
    await workbench.runCommand('API Spend: Compare Models');
    await expect(workbench.quickInput()).toContainText(ignored);
    await workbench.screenshot('comparison-restricted');
    await workbench.quickInput().locator('input[type="text"]').fill('planted');
    await expect(workbench.quickInput()).not.toContainText('acme/planted');
    await workbench.closeQuickInput();
  });

  test('has no file choose its model', async () => {
    await workbench.openFile('named.prompt.md');
    await workbench.statusText('$0.0300 · 2 tokens');
  });

  test('has the same numbers in the report on its files', async () => {
    await workbench.estimateInExplorer('prompt.txt');
    await expect(workbench.reportFrame().locator('#yours .amount')).toHaveText('$0.0300');
    await expect(workbench.reportFrame().locator('body')).not.toContainText('€');
  });

  test('chooses no address for prices', async () => {
    await workbench.runCommand('API Spend: Update Prices');
    await workbench.pick('web', 'From a web address');
    await expect(workbench.quickInput().locator('input[type="text"]')).toHaveValue('');
    await expect(workbench.quickInput()).toContainText('Address of a price table');
    await workbench.closeQuickInput();
    assert.equal(connections, 0);
  });

  test('offers no settings of the folder to save in', async () => {
    await workbench.runCommand('API Spend: Set Scenario');
    await workbench.quickRows().filter({ hasText: 'Code review' }).waitFor();
    await workbench.pick('code review', 'Code review');
    // 2 x 15 and 5,500 x 60 millionths of a dollar, 50 times a day: $495.045.
    await workbench.saysDone('$495.0', 'Saved in your user settings');
  });

  test('has its settings and files once it is trusted', async () => {
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await workbench.page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: 'Trust', exact: true })
      .click();
    await expect(workbench.reportFrame().locator('body')).toContainText('€');
    assert.equal(connections, 0, 'trust alone requests nothing');
  });
});
