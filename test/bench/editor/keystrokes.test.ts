import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { commands, Selection, window, type TextEditor } from 'vscode';
import {
  apiSpend,
  eventually,
  exportedApi,
  resetWindow,
  statusText,
  writeWorkspaceFile,
} from '../../support/window';
import { profileClockUs, startProfile, timeOf } from './hostProfile';

const LINE = 'The quick brown fox jumps over the lazy dog, 42 times a day.\n';
const LINES = 82_000; // 5 MB
const KEYS = 500;
/** Keys before the measurement: the runtime optimizes hot code during them. */
const FIRST_KEYS = 50;
const TYPED = ' words that somebody types, one key after the other;';
/** An edit can join two chunks without a boundary and one neighbour. */
const MOST_RECOUNTED = 4096;

/** Cost of one key, until the status-bar item is updated. */
interface Key {
  readonly startUs: number;
  readonly endUs: number;
  /** Processor time of the extension host's thread, including VS Code's and the test's work. */
  readonly threadMs: number;
  /** Characters recounted. */
  readonly recounted: number;
}

describe('typing in a document of 5 MB', function () {
  this.timeout(600_000);
  let editor: TextEditor;

  before(async () => {
    await resetWindow({ model: 'openai/o1', 'scenario.outputTokens': 0 });
    const bytes = new TextEncoder().encode(LINE.repeat(LINES));
    await commands.executeCommand('vscode.open', await writeWorkspaceFile('large.txt', bytes));
    await statusText(/ · 1,312,000 tokens$/, 120_000); // 16 per line
    assert.ok(window.activeTextEditor);
    editor = window.activeTextEditor;
  });
  after(resetWindow);

  it('uses little time of the extension host per key and counts correctly', async () => {
    editor.selection = new Selection(LINES / 2, 20, LINES / 2, 20);
    const keys: Key[] = [];
    const stopProfile = await startProfile();
    for (let key = 0; key < FIRST_KEYS + KEYS; key++) {
      keys.push(await typeKey(TYPED[key % TYPED.length] ?? ' '));
    }
    const profile = await stopProfile();
    const { count } = await (await exportedApi()).estimate(editor.document.getText());
    await statusText(new RegExp(` · ${count.tokens.toLocaleString('en')} tokens$`));
    assert.ok(keys.every(({ recounted }) => recounted > 0 && recounted <= MOST_RECOUNTED));
    const measured = keys.slice(FIRST_KEYS);
    const spans = measured.map(({ startUs, endUs }) => [startUs, endUs] as const);
    const extensionMs = timeOf('dist/extension.js', profile, spans);
    assert.ok(extensionMs.some((ms) => ms > 0));
    writeFigures({
      keys: measured.length,
      extensionMs: quantiles(extensionMs),
      threadMs: quantiles(measured.map(({ threadMs }) => threadMs)),
      recounted: quantiles(measured.map(({ recounted }) => recounted)),
    });
  });
});

/** Processor time of this thread in microseconds. The type definitions of the oldest supported Node lack it. */
function threadCpuUsage(previous?: NodeJS.CpuUsage): NodeJS.CpuUsage {
  const { threadCpuUsage: read } = process as unknown as {
    threadCpuUsage: typeof process.cpuUsage;
  };
  return read.call(process, previous);
}

async function typeKey(text: string): Promise<Key> {
  const shown = await apiSpend();
  const before = shown.recountedLength;
  const startUs = profileClockUs();
  const processor = threadCpuUsage();
  await commands.executeCommand('type', { text });
  // The extension updates the count synchronously.
  await eventually(
    () => shown.recountedLength,
    (length) => length > before,
  );
  const { user, system } = threadCpuUsage(processor);
  return {
    startUs,
    endUs: profileClockUs(),
    threadMs: (user + system) / 1000,
    recounted: shown.recountedLength - before,
  };
}

function quantiles(values: readonly number[]): { median: number; p99: number; most: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  return { median: at(0.5), p99: at(0.99), most: at(1) };
}

function writeFigures(figures: object): void {
  const file = process.env['API_SPEND_FIGURES'];
  if (file === undefined) console.log(figures);
  else writeFileSync(file, JSON.stringify(figures));
}
