// Takes screenshots of the extension in a headless VS Code.
import { basename } from 'node:path';
import { packageExtension, vsixFile } from '../extensionPackage.mjs';
import { themeIds } from '../host/themes.mjs';
import { openWorkbench } from '../host/openWorkbench.mjs';
import { samplePrompt, samplesFolder } from './options.mjs';

/** Wide enough for the text and the report side by side. */
const viewport = { width: 1400, height: 800 };

/** The minimap shows nothing useful and takes a tenth of a picture's bytes. */
const settings = { 'editor.minimap.enabled': false };

/** The width of a narrow editor column. */
const narrowPx = 320;

/** Every screenshot must show a price. */
const price = /\$\d/;

/**
 * Writes `<directory>/<theme>/{status-bar,comparison,report,report-zoomed,report-narrow,report-files}.png`.
 * @param {string} directory
 */
export async function takeScreenshots(directory) {
  await packageExtension();
  for (const theme of /** @type {import('../host/themes.mjs').Theme[]} */ (Object.keys(themeIds))) {
    const options = { theme, viewport, settings, folder: samplesFolder, extension: vsixFile };
    const workbench = await openWorkbench(options);
    const save = async (/** @type {string} */ name) =>
      console.log(await workbench.screenshot(name, directory));
    await showStatusBar(workbench);
    await save('status-bar');
    await showComparison(workbench);
    await save('comparison');
    await showReport(workbench);
    await save('report');
    await workbench.resize(viewport, 2);
    await workbench.reportSettled();
    await save('report-zoomed');
    await workbench.resizeReport(narrowPx, viewport.height);
    await save('report-narrow');
    await workbench.resize(viewport);
    await showFiles(workbench);
    await save('report-files');
    await workbench.close();
  }
}

/** @param {import('../host/workbench.mjs').Workbench} workbench */
async function showStatusBar(workbench) {
  await workbench.openFile(basename(samplePrompt));
  await workbench.statusText(price);
  await workbench.statusTooltip();
}

/** @param {import('../host/workbench.mjs').Workbench} workbench */
async function showComparison(workbench) {
  await workbench.runCommand('API Spend: Compare Models');
  await workbench.quickRows().filter({ hasText: price }).first().waitFor();
  // The comparison opens before all vocabularies have counted; this one comes late.
  await workbench.quickRows().filter({ hasText: 'amazon.nova-micro' }).first().waitFor();
  const busy = workbench.quickInput().locator('.monaco-progress-container.active');
  await busy.waitFor({ state: 'detached' });
  // Wait until it has faded in.
  await workbench
    .quickInput()
    .evaluate((box) => Promise.all(box.getAnimations().map(({ finished }) => finished)));
}

/** @param {import('../host/workbench.mjs').Workbench} workbench */
async function showReport(workbench) {
  await workbench.closeQuickInput();
  await workbench.page.keyboard.press('Control+B'); // the side bar
  await workbench.runCommand('API Spend: Open Report');
  await workbench.webviewFrame().locator('body').filter({ hasText: price }).waitFor();
}

/** @param {import('../host/workbench.mjs').Workbench} workbench */
async function showFiles(workbench) {
  await workbench.page.keyboard.press('Control+B'); // the side bar
  await workbench.estimateInExplorer('prompts', 'src');
  const frame = workbench.webviewFrame();
  await frame.locator('.treemap .tile').first().waitFor();
  await frame.locator('#files-heading').scrollIntoViewIfNeeded();
  await frame.locator('.file-tree').scrollIntoViewIfNeeded();
  // VS Code shows progress for 800 ms at least.
  await workbench.page
    .locator('.notifications-toasts .notification-list-item')
    .waitFor({ state: 'detached' });
  await workbench.reportSettled();
}
