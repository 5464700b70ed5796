// Measures the start of the extension, and each key in a large document, in a real VS Code.
import { needProgram } from '../program.mjs';
import { figuresOf } from '../testing/integration.mjs';
import { measureActivation } from './activation.mjs';

const KEYS_LIMIT_MS = 1_800_000;

/** @typedef {{ median: number, p99: number, most: number }} Quantiles */

/** @param {number} starts */
export async function activationSection(starts) {
  process.stderr.write(`activation, ${starts} starts\n`);
  const { ours, idle } = await measureActivation(starts);
  const rows = /** @type {const} */ ([
    ['load code', 'loadCode'],
    ['call activate', 'callActivate'],
    ['finish', 'finish'],
  ]).map(([name, key]) => {
    const cells = [ours, idle].map((starts) => range(starts.map((each) => each[key])));
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return `## Starting the extension

The packaged extension in ${starts} fresh starts of VS Code, as its command \`Developer: Startup
Performance\` reports it, and in as many others an extension that does nothing: to load the code is mostly
VS Code's own work. Median, and the least and the most.

| ms | API Spend | does nothing |
| --- | ---: | ---: |
${rows.join('\n')}`;
}

/** @param {number[]} values */
function range(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]} to ${sorted.at(-1)})`;
}

export async function editorSection() {
  process.stderr.write('keys in the editor\n');
  await needProgram('build', []);
  /** @type {{ keys: number, extensionMs: Quantiles, threadMs: Quantiles, recounted: Quantiles }} */
  const { keys, extensionMs, threadMs, recounted } = await figuresOf('bench/editor', KEYS_LIMIT_MS);
  return `## Keys in the editor

${keys} keys in the middle of a document of 5 MB in a real VS Code, each until the status bar is right. The
extension's own time is what a profile of the extension host finds under its script, waiting for other
processes included; the whole thread's processor time has VS Code's own work, the profiler and the test in it.

| one key | median | 99 % | most |
| --- | ---: | ---: | ---: |
${row('the extension, ms', extensionMs, 2)}
${row('the whole extension host, ms', threadMs, 2)}
${row('characters counted again', recounted, 0)}`;
}

/**
 * @param {string} name
 * @param {Quantiles} quantiles
 * @param {number} decimals
 */
function row(name, { median, p99, most }, decimals) {
  return `| ${[name, ...[median, p99, most].map((value) => value.toFixed(decimals))].join(' | ')} |`;
}
