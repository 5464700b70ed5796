// How long the extension takes to start, as VS Code itself reports it: the command "Developer: Startup
// Performance" opens a document with a row for each extension.
import { join } from 'node:path';
import { packageArguments, vsixFile } from '../extensionPackage.mjs';
import { projectFolder } from '../host/hosts.mjs';
import { openWorkbench } from '../host/workbench.mjs';
import { needProgram } from '../program.mjs';

const EXTENSION = 'api-spend.api-spend';
const folder = join(projectFolder, 'test', 'fixtures', 'samples');

/**
 * @typedef {object} Activation milliseconds
 * @property {number} loadCode reading and compiling the bundle
 * @property {number} callActivate `activate()` itself
 * @property {number} finish until what it returned has resolved
 */

/**
 * Starts the packaged extension in a fresh VS Code again and again.
 * @param {number} starts
 * @returns {Promise<Activation[]>}
 */
export async function measureActivation(starts) {
  await needProgram('vsce', packageArguments());
  /** @type {Activation[]} */
  const activations = [];
  for (let start = 0; start < starts; start++) activations.push(await activationOfOneStart());
  return activations;
}

async function activationOfOneStart() {
  const workbench = await openWorkbench({ folder, extension: vsixFile });
  try {
    await workbench.openFile('support-agent.prompt.md');
    await workbench.statusText(/\$\d/);
    return readActivation(await startupPerformance(workbench));
  } finally {
    await workbench.close();
  }
}

/**
 * The text of the document, by way of the clipboard: the page holds only the lines that are in view.
 * @param {import('../host/workbench.mjs').Workbench} workbench
 */
async function startupPerformance(workbench) {
  await workbench.runCommand('Developer: Startup Performance');
  const { keyboard } = workbench.page;
  const deadline = Date.now() + 30_000;
  for (;;) {
    await workbench.page.locator('.tab.active', { hasText: 'Startup Performance' }).click();
    await keyboard.press('Control+A');
    await keyboard.press('Control+C');
    const text = await workbench.clipboardText();
    if (text.includes(EXTENSION) || Date.now() > deadline) return text;
  }
}

/**
 * The extension's row: `| id | eager | load code | call activate | finish | event | by |`.
 * @param {string} document
 * @returns {Activation}
 */
function readActivation(document) {
  const row = document.split('\n').find((line) => line.startsWith(`| ${EXTENSION} `));
  if (row === undefined) throw new Error(`no row of ${EXTENSION} in:\n${document.slice(0, 4000)}`);
  const [loadCode, callActivate, finish] = row
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => /^\d+$/.test(cell))
    .map(Number);
  if (loadCode === undefined || callActivate === undefined || finish === undefined) {
    throw new Error(`not three numbers: ${row}`);
  }
  return { loadCode, callActivate, finish };
}
