// The report page with a fake editor that ignores messages. scripts/bench/reportSection.mjs measures it in a browser.
import { modelsToJson } from '../../src/protocol/models';
import { completeScenario } from '../../src/core/scenario/scenario';
import { parsePriceTable } from '../../src/core/pricing/table/parse';
import { ENCODINGS } from '../../src/core/tokens/encodings';
import type { ToPage } from '../../src/protocol/messages';
import type { ReportSubject, WireCount } from '../../src/protocol/subject';
import { ReportPage } from '../../src/report/reportPage';
import pricing from '../../pricing.json';

const result = parsePriceTable(pricing, ENCODINGS);
if (!result.ok) throw new Error('pricing.json is not a price table');
const models = result.table.models.slice(0, 100);

/** Eight groups of models with equal counts; three groups are exact. */
const GROUPS = 8;

function countsOf(tokens: number): WireCount[] {
  return Array.from({ length: GROUPS }, (_, group): WireCount => {
    const middle = tokens + group;
    return group < 3
      ? [middle, middle, middle, 'exact']
      : [middle, Math.floor(middle * 0.95), Math.ceil(middle * 1.05), 'estimated'];
  });
}

function subjectOf(files: number): ReportSubject {
  return {
    kind: files === 1 ? 'document' : 'files',
    name: 'bench',
    selections: 0,
    atMs: Date.parse('2026-11-23T12:00:00Z'),
    groups: Object.fromEntries(models.map(({ id }, index) => [id, index % GROUPS])),
    files: Array.from({ length: files }, (_, file) => ({
      path: `folder${file % 100}/file${file}.ts`,
      counts: countsOf(1000 + file),
    })),
    skipped: [],
  };
}

const root = document.getElementById('report');
if (!root) throw new Error('The page has no root element.');
const editor = {
  postMessage: () => undefined,
  getState: () => undefined,
  setState: () => undefined,
};
const page = new ReportPage(editor, root);

function send(message: ToPage): void {
  page.receive(message);
}

/** Shows the report on one text. */
async function show(assumptions: object): Promise<void> {
  send({ type: 'setup', version: '0', locale: 'en', translations: {} });
  send({ type: 'prices', models: modelsToJson(models) });
  send({
    type: 'settings',
    scenario: completeScenario({ outputTokens: 500, ...assumptions }),
    modelId: 'openai/o1',
    baselineId: '',
    pinnedIds: [],
    staleAfterDays: 120,
    budgets: { perCall: 0, perMonth: 0 },
    currency: null,
  });
  send({ type: 'subject', subject: subjectOf(1) });
  while (!document.querySelector('#yours .amount')) await frame();
}

async function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}

/** Resolves after the frame is laid out and painted. */
async function painted(): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve(performance.now()));
    port1.start();
    requestAnimationFrame(() => port2.postMessage(undefined));
  });
}

function type(outputTokens: number): void {
  const field = document.querySelector<HTMLInputElement>('#scenario-outputTokens');
  if (!field) throw new Error('the report is not there');
  field.value = String(outputTokens);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Types a number of output tokens. Returns the time of the computation, and the time until the painted frame. */
async function change(outputTokens: number) {
  const amount = document.querySelector('#yours .amount');
  if (!amount) throw new Error('the report is not there');
  const before = amount.textContent;
  await frame();
  const start = performance.now();
  type(outputTokens);
  const computed = performance.now();
  const shown = painted();
  await frame();
  const isInFirstFrame = amount.textContent !== before;
  return { computingMs: computed - start, paintedMs: (await shown) - computed, isInFirstFrame };
}

/** Total time of pricing many files, and the longest time between two turns of the event loop. */
async function measureFiles(start: () => void) {
  let [longestMs, progressSteps, shownProgress] = [0, 0, -1];
  const startMs = performance.now();
  let last = startMs;
  start();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    const progress = document.querySelector<HTMLProgressElement>('#progress');
    if (progress && progress.value !== shownProgress) progressSteps++;
    shownProgress = progress?.value ?? shownProgress;
    if (!progress && progressSteps > 0)
      return { totalMs: last - startMs, longestMs, progressSteps };
  }
}

async function showFiles(files: number) {
  const subject = subjectOf(files);
  return measureFiles(() => send({ type: 'subject', subject }));
}

async function priceFiles(outputTokens: number) {
  return measureFiles(() => type(outputTokens));
}

Object.assign(globalThis, { bench: { show, change, showFiles, priceFiles } });
