// Takes the pictures of the walkthrough: a part of the window for each step, sharp and small.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { packageExtension, vsixFile } from '../extensionPackage.mjs';
import { openWorkbench } from '../host/openWorkbench.mjs';
import { themeIds } from '../host/themes.mjs';
import { webpScreenshot } from './webp.mjs';
import { samplePrompt, samplesFolder } from './options.mjs';

/** The part of the window that a picture shows, in points: as wide as VS Code draws it beside the steps. */
const shown = { width: 640, height: 400 };
const viewport = { width: 940, height: 640 };

/** Nothing but the text, its cost and what a step opens. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
};

/** Every picture must show a price. */
const price = /\$\d/;

/**
 * Writes `<directory>/<theme>/<step>.webp`; the manifest names them.
 * @param {string} directory
 */
export async function takePictures(directory) {
  await packageExtension();
  for (const theme of /** @type {import('../host/themes.mjs').Theme[]} */ (Object.keys(themeIds))) {
    const workbench = await openWorkbench({
      theme,
      viewport,
      settings,
      pixelsPerPoint: 1.5,
      folder: samplesFolder,
      extension: vsixFile,
    });
    await workbench.page.keyboard.press('Control+B'); // the side bar
    for (const [step, show] of Object.entries(steps)) {
      const clip = { ...shown, ...(await show(workbench)) };
      const path = join(directory, theme, `${step}.webp`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await webpScreenshot(workbench.page, clip));
      console.log(path);
    }
    await workbench.close();
  }
}

/**
 * For each step, shows what it is about. Returns the top left corner of the picture, in points.
 * @type {Record<string, (workbench: import('../host/workbench.mjs').Workbench) => Promise<{ x: number, y: number }>>}
 */
const steps = {
  async text(workbench) {
    await workbench.openFile(basename(samplePrompt));
    await workbench.statusText(price);
    const tooltip = await workbench.statusTooltip();
    // What is said on the first prompt alone would hide the rest.
    await tooltip.getByText('Got it').click();
    await workbench.statusText(/tokens$/);
    await (await workbench.statusTooltip()).getByText('no, thanks').click();
    await (await workbench.statusTooltip()).getByText('turn it on').waitFor({ state: 'detached' });
    return { x: viewport.width - shown.width, y: viewport.height - shown.height };
  },
  async model(workbench) {
    await workbench.runCommand('API Spend: Select Model');
    await workbench.quickInput().locator('input[type="text"]').fill('sonnet');
    return listShown(workbench, 'Sonnet');
  },
  async comparison(workbench) {
    await workbench.runCommand('API Spend: Compare Models');
    return listShown(workbench, 'amazon.nova-micro');
  },
  async calls(workbench) {
    await workbench.runCommand('API Spend: Set Scenario');
    return listShown(workbench, 'Batch');
  },
  async report(workbench) {
    await workbench.closeQuickInput();
    await workbench.runCommand('API Spend: Open Report');
    await workbench.reportFrame().locator('body').filter({ hasText: price }).waitFor();
    await workbench.runCommand('View: Toggle Maximize Editor Group');
    await workbench.resizeReport(shown.width, viewport.height);
    await workbench.reportSettled();
    const { x = 0, y = 0 } = (await workbench.page.locator('iframe.webview').boundingBox()) ?? {};
    return { x, y };
  },
};

/**
 * Waits until a list has all its rows and has faded in.
 * @param {import('../host/workbench.mjs').Workbench} workbench
 * @param {string} last text of a row that comes late
 */
async function listShown(workbench, last) {
  const list = workbench.quickInput();
  await workbench.quickRows().filter({ hasText: last }).first().waitFor();
  await list.locator('.monaco-progress-container.active').waitFor({ state: 'detached' });
  await list.evaluate((box) => Promise.all(box.getAnimations().map(({ finished }) => finished)));
  const box = await list.boundingBox();
  if (!box) throw new Error('The list is not visible.');
  return { x: Math.round(box.x + box.width / 2 - shown.width / 2), y: Math.max(0, box.y - 12) };
}
