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

/** What else the report can be on: a batch of requests, a template with samples, a picture. */
const subjects = /** @type {const} */ ([
  ['report-requests', 'letters.jsonl'],
  ['report-template', 'reply.prompty'],
  ['report-picture', 'shelf.png'],
]);

/** The width of a narrow editor column. */
const narrowPx = 320;

/** Every screenshot must show a price. */
const price = /\$\d/;

/**
 * Writes `<directory>/<theme>/<name>.png`, where the name is `status-bar`, `comparison`, or `report` and what it shows.
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
    await showOneCall(workbench);
    await save('report-one-call');
    for (const [name, file] of subjects) {
      await showReportOn(workbench, file);
      await save(name);
    }
    await workbench.close();
  }
}

/** @param {import('../host/workbench.mjs').Workbench} workbench */
async function showStatusBar(workbench) {
  await workbench.openFile(basename(samplePrompt));
  await workbench.statusText(price);
  // What is said at the first appearance alone would hide the rest.
  await (await workbench.statusTooltip()).getByText('Got it').click();
  await workbench.statusText(/tokens$/);
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

/** @param {import('../host/workbench.mjs').Workbench} workbench with the report on files */
async function showOneCall(workbench) {
  const frame = workbench.webviewFrame();
  await frame.locator('#files-as-one').check();
  await frame.locator('h1').filter({ hasText: 'as one call' }).waitFor();
  await frame.locator('h1').scrollIntoViewIfNeeded();
  await workbench.reportSettled();
}

/**
 * @param {import('../host/workbench.mjs').Workbench} workbench
 * @param {string} file opened at the left, before the report
 */
async function showReportOn(workbench, file) {
  // Keys that are pressed in the page reach VS Code late.
  const left = workbench.page.locator('.editor-group-container').first();
  await left.locator('.tab.active').click();
  await workbench.openTab(file);
  await workbench.statusText(price);
  // From files back to what is open; from then on the report follows it.
  const onFiles = await workbench.reportFrame().locator('#files-heading').count();
  if (onFiles > 0) await workbench.runCommand('API Spend: Open Report');
  await workbench.reportFrame().locator('h1').filter({ hasText: file }).waitFor();
  await workbench.reportSettled();
}
