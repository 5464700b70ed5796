// A picture that is open in VS Code, as input of models.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type FrameLocator } from '@playwright/test';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { axeViolations } from '../support/axe';
import { pdf } from '../support/media';
import { openSamples } from '../support/openReport';
import { REPORT_THEMES } from '../support/reportThemes';

const PICTURE = readFileSync(join(projectFolder, 'docs', 'images', 'light', 'report.png'));

/** A PNG has its size behind the first chunk's name. */
const SIZE = { width: PICTURE.readUInt32BE(16), height: PICTURE.readUInt32BE(20) };

test.describe('a picture that is open', () => {
  test.describe.configure({ mode: 'serial' });
  let workbench: Workbench;
  let frame: FrameLocator;

  test.beforeAll(async () => {
    ({ workbench, frame } = await openSamples({
      files: { 'report.png': PICTURE, 'paper.pdf': pdf(12) },
      settings: { 'apiSpend.model': 'anthropic/claude-opus-5' },
    }));
  });
  test.afterAll(() => workbench.close());

  test('has its cost in the status bar, the comparison and the report', async () => {
    await workbench.openTab('report.png');
    const { width, height } = SIZE;
    // Smaller than 2,576 pixels, and than 4,784 patches of 28 × 28.
    const tokens = Math.ceil(width / 28) * Math.ceil(height / 28);
    assert.ok(tokens <= 4784 && width <= 2576, `${width} ${height}`);
    const status = await workbench.statusText(/tokens/);
    // At its first appearance the item says what its number is of.
    assert.match(status, new RegExp(` ${tokens.toLocaleString('en')} tokens · for one call$`));
    await workbench.screenshot('media-status-bar');
    await workbench.runCommand('API Spend: Compare Models');
    await workbench
      .quickInput()
      .locator('.monaco-list-row', { hasText: 'Opus 5' })
      .first()
      .waitFor();
    await workbench.screenshot('media-comparison');
    await workbench.closeQuickInput();
    await workbench.runCommand('API Spend: Open Report');
    await frame.locator('#headline').waitFor();
    await expect(frame.locator('h1')).toContainText('report.png');
    const [cost = ''] = status.split(' ·');
    await expect(frame.locator('#yours .amount')).toHaveText(cost);
    await expect(frame.locator('.notes')).toContainText(
      `A picture of ${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`,
    );
    await workbench.screenshot('media-report');
  });

  for (const [theme, name, bodyClass] of REPORT_THEMES) {
    test(`has a report without axe violations in ${name}`, async () => {
      await workbench.chooseTheme(theme, name);
      await frame.locator(`body.${bodyClass}`).waitFor();
      await expect(frame.locator('#yours .amount')).toHaveText(/\$/);
      assert.deepEqual(await axeViolations(frame), []);
      await workbench.screenshot('media-report');
    });
  }

  test('gives way to a PDF, with its band', async () => {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openTab('paper.pdf');
    await workbench.statusText(/≈\$[\d.]+ · ≈45,816 tokens/);
    await workbench.screenshot('media-pdf');
  });
});
