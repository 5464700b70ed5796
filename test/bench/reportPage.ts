// The report page with a fake editor that ignores messages. scripts/bench/reportSection.mjs measures it in a browser.
import { render } from 'preact';
import { groupModels } from '../../src/core/estimate/counts/groups';
import { currentSelection } from '../../src/core/pricing/selection/current';
import { matchesQuery } from '../../src/core/pricing/selection/match';
import { hostCounts } from '../../src/core/pricing/selection/hosts';
import type { Model } from '../../src/core/pricing/table/priceTable';
import { plainModel } from '../../src/core/pricing/table/rows/tableModel';
import { finish } from '../../src/core/scheduling/sliced';
import { modelsToJson } from '../../src/protocol/models';
import { completeScenario } from '../../src/core/scenario/scenario';
import { parsePriceTable } from '../../src/core/pricing/table/parse';
import { ENCODINGS } from '../../src/core/tokens/encodings';
import type { ToPage } from '../../src/protocol/messages';
import type { ReportSubject, WireCount } from '../../src/protocol/subject';
import { ReportPage } from '../../src/report/reportPage';
import { settingsFact } from '../support/settingsFact';
import pricing from '../../pricing.json';

const result = parsePriceTable(pricing, ENCODINGS);
if (!result.ok) throw new Error('pricing.json is not a price table');
const bundled = result.table.models;
const AT_MS = Date.parse('2026-11-27T12:00:00Z');
const YOUR_ID = 'openai/gpt-5';

/** Number of models in the table of a bench; `bundled`: the one that ships. */
type Size = number | 'bundled';

/** Models that the current selection of a table has which does not ship; 87 of 111 before the table grew. */
const CURRENT = 87;

/** A table with the same current selection whatever its size: its other models are those of gateways. */
function modelsOf(size: Size): readonly Model[] {
  if (size === 'bundled') return bundled;
  const current = new Set(currentSelection({ models: bundled }, AT_MS, []).models);
  const yours = bundled.filter(({ id }) => id === YOUR_ID);
  const others = bundled.filter((model) => !current.has(model) && model.id !== YOUR_ID);
  const gateways = others.map((model): Model => Object.assign(plainModel(model), GATEWAY));
  return [...yours, ...[...current].slice(0, CURRENT), ...gateways].slice(0, size);
}

const GATEWAY = { providerKind: 'gateway' } as const;

function raise(message: string): never {
  throw new Error(message);
}

const { keys } = groupModels(bundled);

/** Counts for each group; three groups are exact. */
function countsOf(tokens: number): WireCount[] {
  return keys.map((_, group): WireCount => {
    const middle = tokens + group;
    return group < 3
      ? [middle, middle, middle, 'exact']
      : [middle, Math.floor(middle * 0.95), Math.ceil(middle * 1.05), 'estimated'];
  });
}

function subjectOf(files: number, tokens = 1000): ReportSubject {
  return {
    kind: files === 1 ? 'document' : 'files',
    name: 'bench',
    identity: 'bench',
    selections: 0,
    atMs: AT_MS,
    groups: [...keys],
    files: Array.from({ length: files }, (_, file) => ({
      path: `folder${file % 100}/file${file}.ts`,
      counts: countsOf(tokens + file),
    })),
    skipped: [],
  };
}

const root = document.getElementById('report') ?? raise('The page has no root element.');

/** A fake editor with a price table, and its page. */
class Window {
  readonly #messages: Readonly<Record<'current' | 'all', ToPage>>;
  readonly #page: ReportPage;

  readonly models: readonly Model[];

  constructor(models: readonly Model[]) {
    this.models = models;
    const { models: current } = currentSelection({ models }, AT_MS, [YOUR_ID]);
    this.#messages = { current: pricesOf(models, current), all: pricesOf(models, models) };
    render(null, root);
    this.#page = new ReportPage(
      {
        postMessage: ({ type }) => {
          if (type === 'wantsAllModels') void turn().then(() => this.send(this.#messages.all));
        },
        getState: () => undefined,
        setState: () => undefined,
      },
      root,
    );
  }

  send(message: ToPage): void {
    this.#page.receive(message);
  }

  /** Sends everything that a page gets when it opens. */
  open(assumptions: object): void {
    this.send({ type: 'setup', version: '0', locale: 'en', translations: null });
    this.send(this.#messages.current);
    const scenario = completeScenario({ outputTokens: 500, ...assumptions });
    this.send(settingsFact({ scenario, modelId: YOUR_ID }));
    this.send({ type: 'subject', subject: subjectOf(1) });
  }
}

function pricesOf(all: readonly Model[], models: readonly Model[]): ToPage {
  const names = new Map(all.map(({ provider, providerName }) => [provider, providerName]));
  return {
    type: 'prices',
    models: finish(modelsToJson(models)),
    total: all.length,
    providers: [...names].map(([id, name]) => ({ id, name })),
    hosts: { ...hostCounts({ models: all }, AT_MS) },
  };
}

let shown = new Window(bundled);

function send(message: ToPage): void {
  shown.send(message);
}

/** Shows the report on one text. @returns times of the computation, and until the painted frame. */
async function show(size: Size, assumptions: object) {
  shown = new Window(modelsOf(size));
  await frame();
  const start = performance.now();
  shown.open(assumptions);
  const computed = performance.now();
  while (!document.querySelector('#yours .amount')) await frame();
  const times = { computingMs: computed - start, paintedMs: (await painted()) - computed };
  await openControls();
  return times;
}

/** Opens the controls of the line of assumptions. */
async function openControls(): Promise<void> {
  document.querySelector<HTMLElement>('#assume-answer')?.click();
  while (!document.querySelector('#scenario-outputTokens')) await frame();
}

async function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}

/** Resolves after the frame is laid out and painted. */
async function painted(): Promise<number> {
  await frame();
  await turn();
  return performance.now();
}

/** Resolves in the next turn of the event loop, with a message: browsers hold back timers that follow one another. */
async function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

function typeInto(selector: string, text: string): void {
  const field = document.querySelector<HTMLInputElement>(selector) ?? raise(`no ${selector}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Time of the computation of a change, and the time until the painted frame. */
async function timed(selector: string, change: () => void) {
  const element = document.querySelector(selector) ?? raise('the report is not there');
  const before = element.textContent;
  await frame();
  const start = performance.now();
  change();
  const computed = performance.now();
  const shown = painted();
  await frame();
  const isInFirstFrame = element.textContent !== before;
  return { computingMs: computed - start, paintedMs: (await shown) - computed, isInFirstFrame };
}

/** Types a number of output tokens. */
async function change(outputTokens: number) {
  return timed('#yours .amount', () => type(outputTokens));
}

function type(outputTokens: number): void {
  typeInto('#scenario-outputTokens', String(outputTokens));
}

/** The message after a key in the text. */
async function key(tokens: number) {
  const subject = subjectOf(1, tokens);
  return timed('#yours .amount', () => send({ type: 'subject', subject }));
}

async function filter(text: string) {
  return timed('.count[role="status"]', () => typeInto('#filter', text));
}

/** Types a filter and waits until the page has the whole table and draws what it finds. @returns milliseconds. */
async function firstFilter(text: string): Promise<number> {
  const found = shown.models.filter((model) => matchesQuery(model, text)).length;
  const count = document.querySelector('.count[role="status"]') ?? raise('the report is not there');
  const start = performance.now();
  typeInto('#filter', text);
  while (!count.textContent.startsWith(`${found} `)) await frame();
  return (await painted()) - start;
}

/** Total time of pricing many files, and the longest time between two turns of the event loop. */
async function measureFiles(start: () => void) {
  let [longestMs, progressSteps, shownProgress] = [0, 0, -1];
  const startMs = performance.now();
  let last = startMs;
  start();
  for (;;) {
    await turn();
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

Object.assign(globalThis, {
  bench: { show, change, key, filter, firstFilter, showFiles, priceFiles },
});
