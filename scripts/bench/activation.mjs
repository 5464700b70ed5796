// Measures the start time of the extension: VS Code's command "Developer: Startup Performance" opens a document with a
// row for each extension.
import { join } from 'node:path';
import { packageExtension, vsixFile } from '../extensionPackage.mjs';
import { projectFolder } from '../host/hosts.mjs';
import { openWorkbench } from '../host/openWorkbench.mjs';

const OURS = 'api-spend.api-spend';
const IDLE = 'bench.idle';
const folder = join(projectFolder, 'test', 'fixtures', 'samples');
const idleFolder = join(projectFolder, 'test', 'bench', 'idleExtension');

/**
 * @typedef {object} Activation milliseconds
 * @property {number} loadCode reads and compiles the bundle; includes VS Code's own work
 * @property {number} callActivate `activate()`
 * @property {number} finish until the promise of `activate()` resolves
 */

/**
 * Starts the packaged extension and an extension that does nothing, alternately, in fresh VS Code windows.
 * @param {number} starts
 */
export async function measureActivation(starts) {
  await packageExtension();
  /** @type {{ ours: Activation[], idle: Activation[] }} */
  const activations = { ours: [], idle: [] };
  for (let start = 0; start < starts; start++) {
    activations.ours.push(await activationOf(OURS, { folder, extension: vsixFile }));
    activations.idle.push(
      await activationOf(IDLE, { folder, extension: null, companion: idleFolder }),
    );
  }
  return activations;
}

/**
 * @param {string} id
 * @param {import('../host/openWorkbench.mjs').WorkbenchOptions} options
 */
async function activationOf(id, options) {
  const workbench = await openWorkbench(options);
  try {
    await workbench.openFile('support-agent.prompt.md');
    if (id === OURS) await workbench.statusText(/\$\d/);
    return readActivation(id, await startupPerformance(workbench, id));
  } finally {
    await workbench.close();
  }
}

/**
 * Reads the document through the clipboard, because the page contains only visible lines.
 * @param {import('../host/workbench.mjs').Workbench} workbench
 * @param {string} id of the extension; waits until the document has its row
 */
async function startupPerformance(workbench, id) {
  await workbench.runCommand('Developer: Startup Performance');
  const { keyboard } = workbench.page;
  const deadline = Date.now() + 30_000;
  for (;;) {
    await workbench.page.locator('.tab.active', { hasText: 'Startup Performance' }).click();
    await keyboard.press('Control+A');
    await keyboard.press('Control+C');
    const text = await workbench.clipboardText();
    if (text.includes(`| ${id} `) || Date.now() > deadline) return text;
  }
}

/**
 * Parses an extension's row: `| id | eager | load code | call activate | finish | event | by |`.
 * @param {string} id
 * @param {string} document
 * @returns {Activation}
 */
function readActivation(id, document) {
  const row = document.split('\n').find((line) => line.startsWith(`| ${id} `));
  if (row === undefined) throw new Error(`no row of ${id} in:\n${document.slice(0, 4000)}`);
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
