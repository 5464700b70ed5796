import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString, writeHeapSnapshot } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commands, Range, Selection, window, workspace, type Uri } from 'vscode';
import {
  apiSpend,
  eventually,
  exportedApi,
  resetWindow,
  setSetting,
  statusText,
  writeWorkspaceFile,
} from '../support/window';

/** By default, one hour at five keys per second. */
const KEYS = Number(process.env['API_SPEND_SOAK_KEYS'] ?? 18_000);
const SAMPLES = 10;
const FILES = 30;
/** Keys typed in one file before switching to the next. */
const KEYS_PER_FILE = 20;
const TYPED = 'A prompt that grows, is cut, and grows again; 42 words.\n';
/** Tolerated growth over the whole run: garbage collection leaves noise in the samples, while a leak accumulates. */
const NOISE_MB = 3;

/** Folder for heap snapshots of the start and of the end; absent: none are written. */
const SNAPSHOTS = process.env['API_SPEND_SOAK_SNAPSHOTS'];

/** Memory in use after garbage collection, in MiB. */
interface Sample {
  readonly keys: number;
  readonly heapMb: number;
  readonly buffersMb: number;
}

describe('an hour of editing', function () {
  this.timeout(0);
  let files: readonly Uri[];

  before(async () => {
    await resetWindow({ model: 'openai/o1' });
    files = await Promise.all(
      Array.from({ length: FILES }, async (_, index) =>
        writeWorkspaceFile(`soak${index}.md`, new TextEncoder().encode(TYPED.repeat(index * 40))),
      ),
    );
  });
  after(resetWindow);

  it('does not grow the memory of the extension host', async () => {
    // Warm-up: loads everything that is loaded once and kept.
    await editFor(FILES * KEYS_PER_FILE, files);
    const samples = [await sample(0)];
    writeSnapshot('start');
    for (let tenth = 1; tenth <= SAMPLES; tenth++) {
      await editFor(KEYS / SAMPLES, files);
      samples.push(await sample((KEYS / SAMPLES) * tenth));
      // After each sample, so that an aborted run leaves figures.
      writeFigures(samples);
    }
    writeSnapshot('end');
    const growthMb = growth(samples.map(({ heapMb, buffersMb }) => heapMb + buffersMb));
    assert.ok(growthMb < NOISE_MB, `${growthMb.toFixed(2)} MB: ${JSON.stringify(samples)}`);
  });
});

/** Types, deletes, selects, switches files, compares, changes settings, calls the API, opens the report. */
async function editFor(keys: number, files: readonly Uri[]): Promise<void> {
  for (let key = 0; key < keys; key++) {
    if (key % KEYS_PER_FILE === 0) await goTo(files[(key / KEYS_PER_FILE) % files.length]);
    await typeOneKey(key);
    if (key % 25 === 0) selectSomething();
    if (key % 200 === 199) await compareAndClose();
    if (key % 300 === 299) await setSetting('scenario.outputTokens', key);
    if (key % 600 === 599) await useOtherPrograms();
    if (key % 900 === 899) await openAndCloseReport();
  }
}

async function goTo(uri: Uri | undefined): Promise<void> {
  assert.ok(uri);
  await window.showTextDocument(uri, { preview: false });
  if (window.tabGroups.activeTabGroup.tabs.length > 12) {
    await commands.executeCommand('workbench.action.files.saveAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await window.showTextDocument(uri, { preview: false });
  }
  // One of the files is empty at first.
  await statusText(/\d|No text/);
}

/** Types one character. The last key for a file deletes the typed text, so that documents do not grow. */
async function typeOneKey(key: number): Promise<void> {
  const editor = window.activeTextEditor;
  assert.ok(editor);
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new Selection(end, end);
  if (key % KEYS_PER_FILE === KEYS_PER_FILE - 1) {
    const kept = document.positionAt(Math.max(0, document.offsetAt(end) - KEYS_PER_FILE + 1));
    await editor.edit((edit) => edit.delete(new Range(kept, end)));
    return;
  }
  await commands.executeCommand('type', { text: TYPED.at(key % TYPED.length) ?? ' ' });
}

function selectSomething(): void {
  const editor = window.activeTextEditor;
  if (editor) editor.selections = [new Selection(0, 0, 0, 3), new Selection(0, 4, 0, 6)];
}

async function compareAndClose(): Promise<void> {
  const closing = commands.executeCommand('apiSpend.compareModels');
  await (await apiSpend()).compare();
  await commands.executeCommand('workbench.action.closeQuickOpen');
  await closing;
}

async function useOtherPrograms(): Promise<void> {
  const api = await exportedApi();
  const abort = new AbortController();
  const cancelled = api
    .compare(TYPED.repeat(2000), { signal: abort.signal })
    .catch(() => undefined);
  abort.abort();
  await Promise.all([cancelled, api.estimate(TYPED), api.count(TYPED, { encoding: 'gemma3' })]);
  await commands.executeCommand('apiSpend.copyEstimate');
}

async function openAndCloseReport(): Promise<void> {
  const before = window.activeTextEditor?.document.uri;
  await commands.executeCommand('apiSpend.openReport');
  await eventually(
    async () => (await apiSpend()).reportRows.length,
    (rows) => rows > 0,
    120_000,
  );
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  await window.tabGroups.close(tabs.filter(({ label }) => label.includes('API Spend')));
  if (before) await window.showTextDocument(await workspace.openTextDocument(before));
}

async function sample(keys: number): Promise<Sample> {
  // Counting in progress holds memory too.
  await eventually(
    async () => (await apiSpend()).leasedEncodings.length,
    (leases) => leases <= 1,
  );
  const { heapUsed, arrayBuffers } = await collectGarbage();
  const taken = { keys, heapMb: heapUsed / 2 ** 20, buffersMb: arrayBuffers / 2 ** 20 };
  console.log(JSON.stringify(taken));
  return taken;
}

/** Collects garbage until a collection frees less than 64 KiB: finalizers run between collections and free more. */
async function collectGarbage(): Promise<NodeJS.MemoryUsage> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let freedBytes = Infinity;
  let usage = process.memoryUsage();
  while (freedBytes > 65_536) {
    await nextTurn();
    collect();
    const after = process.memoryUsage();
    freedBytes = usage.heapUsed + usage.arrayBuffers - after.heapUsed - after.arrayBuffers;
    usage = after;
  }
  return usage;
}

/**
 * Growth over the whole run: the slope of a linear least-squares fit, times the number of intervals between samples.
 */
function growth(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [rise, run] = [0, 0];
  for (const [index, value] of values.entries()) {
    rise += (index - middle) * (value - mean);
    run += (index - middle) ** 2;
  }
  return (rise / run) * (values.length - 1);
}

/** Takes some seconds; the host does nothing else meanwhile. */
function writeSnapshot(name: string): void {
  if (SNAPSHOTS !== undefined) writeHeapSnapshot(join(SNAPSHOTS, `${name}.heapsnapshot`));
}

function writeFigures(samples: readonly Sample[]): void {
  const file = process.env['API_SPEND_FIGURES'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(samples));
}
