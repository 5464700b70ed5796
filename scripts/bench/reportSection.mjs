// Measures changes on the report page in a headless browser, with one text and with thousands of files.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchBrowser } from '../host/browser.mjs';

const ROUNDS = 50;
const WARMUP = 10;
const FILES = 5000;

/** Price tables that are compared: numbers of models, and the one that ships. */
const SIZES = /** @type {const} */ ([111, 1700, 'bundled']);
const [SMALL, LARGE] = SIZES;
/** Openings of the page with each table, and changes after each opening. */
const SIZE_ROUNDS = 12;
const STEPS = 5;

const CASES = /** @type {const} */ ([
  ['one call', {}],
  ['conversation of 20 turns', { conversationTurns: 20, turnInputTokens: 200 }],
  [
    '20 turns, history cached, first call writes',
    {
      conversationTurns: 20,
      turnInputTokens: 200,
      cacheHistory: true,
      cachedShare: 0.5,
      cacheWrite: 'short',
      callsPerDay: 1000,
    },
  ],
]);

export async function reportSection() {
  process.stderr.write('report page\n');
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser);
    const rows = [];
    for (const [name, assumptions] of CASES) rows.push(await changeRow(page, name, assumptions));
    const sizes = await sizeRows(page);
    await call(page, 'show', SMALL, {});
    const first = await call(page, 'showFiles', FILES);
    const again = await call(page, 'priceFiles', 777);
    const files = [filesRow('reported', first), filesRow('priced anew', again)];
    return sectionText(rows, sizes, files);
  } finally {
    await browser.close();
  }
}

/** @param {string[]} changes @param {string[]} sizes @param {string[]} files */
function sectionText(changes, sizes, files) {
  return `## The report page

A change of one assumption with a table of ${SMALL} models, ${ROUNDS} times in a headless browser, milliseconds, median / 95 %.
Computing ends when the new figures are known; the screen has them when the next frame is painted, which at
60 Hz waits up to 16.7 ms by itself. The last column says how often the first frame after computing had them.

| | computing | from then to the screen | in the first frame |
| --- | ---: | ---: | ---: |
${changes.join('\n')}

Price tables of ${SMALL} models, of ${LARGE.toLocaleString('en-US')} with the same current selection, and the bundled one, by turns in one page:
computing + from then to the screen, milliseconds, medians over ${SIZE_ROUNDS} openings; in brackets the ratio of the
sums to those of the first column. The first filter needs the whole table, which the editor sends then.

| | ${SMALL} models | ${LARGE.toLocaleString('en-US')} models | bundled |
| --- | ---: | ---: | ---: |
${sizes.join('\n')}

A folder of ${FILES.toLocaleString('en-US')} files on the current models: from the counts to the report on the screen, and after a change of an
assumption. The page goes on to answer meanwhile: the longest time that it did not is in the second column.

| | ms | longest pause ms | steps of progress drawn |
| --- | ---: | ---: | ---: |
${files.join('\n')}`;
}

/** @param {import('playwright-core').Browser} browser */
async function openPage(browser) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../test/bench/reportPage.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  const styles = await build({
    entryPoints: [fileURLToPath(new URL('../../src/report/main.css', import.meta.url))],
    bundle: true,
    write: false,
  });
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.setContent(`<style>${styles.outputFiles[0]?.text}</style><main id="report"></main>`);
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  return page;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {object} assumptions
 */
async function changeRow(page, name, assumptions) {
  await call(page, 'show', SMALL, assumptions);
  const changes = [];
  for (let round = 0; round < ROUNDS + WARMUP; round++) {
    const change = await call(page, 'change', 600 + 100 * round);
    if (round >= WARMUP) changes.push(change);
  }
  const first = changes.filter(({ isInFirstFrame }) => isInFirstFrame).length;
  const computing = spread(changes.map(({ computingMs }) => computingMs));
  const painting = spread(changes.map(({ paintedMs }) => paintedMs));
  return `| ${name} | ${computing} | ${painting} | ${first} of ${ROUNDS} |`;
}

/** @typedef {{ computingMs: number, paintedMs: number }} Change */

/**
 * The same changes in a small and a large table.
 * @param {import('playwright-core').Page} page
 */
async function sizeRows(page) {
  /** @type {Map<string, Change[][]>} */
  const changes = new Map();
  for (let round = 0; round < SIZE_ROUNDS + 1; round++) {
    for (const size of round % 2 === 0 ? SIZES : SIZES.toReversed()) {
      for (const [name, change] of await changesOf(page, size, round)) {
        const known = changes.get(name) ?? SIZES.map(() => []);
        changes.set(name, known);
        if (round > 0) known[SIZES.indexOf(size)]?.push(change);
      }
    }
  }
  return [...changes].map(([name, bySize]) => sizeRow(name, bySize));
}

/**
 * @param {import('playwright-core').Page} page
 * @param {typeof SIZES[number]} size
 * @param {number} round
 * @returns {Promise<[string, Change][]>}
 */
async function changesOf(page, size, round) {
  const opening = await call(page, 'show', size, {});
  /** @type {[string, Change][]} */
  const changes = [['opening', opening]];
  for (let step = 0; step < STEPS; step++) {
    const number = 600 + 100 * (round * STEPS + step);
    changes.push(['a change of the scenario', await call(page, 'change', number)]);
    changes.push(['a key in the text', await call(page, 'key', number)]);
  }
  const firstMs = await call(page, 'firstFilter', 'sonnet');
  changes.push(['the first filter', { computingMs: 0, paintedMs: firstMs }]);
  for (const text of ['gpt', 'gpt 5', 'haiku']) {
    changes.push(['another filter', await call(page, 'filter', text)]);
  }
  return changes;
}

/**
 * @param {string} name
 * @param {Change[][]} bySize
 */
function sizeRow(name, bySize) {
  const times = bySize.map((changes) => {
    const computing = middle(changes.map(({ computingMs }) => computingMs));
    const painting = middle(changes.map(({ paintedMs }) => paintedMs));
    return { text: `${computing.toFixed(1)} + ${painting.toFixed(1)}`, sum: computing + painting };
  });
  const [small, ...larger] = times;
  const cells = larger.map(({ text, sum }) => `${text} (${(sum / (small?.sum ?? 1)).toFixed(2)})`);
  return `| ${[name, small?.text, ...cells].join(' | ')} |`;
}

/** @param {number[]} values */
function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * @param {string} name
 * @param {{ totalMs: number, longestMs: number, progressSteps: number }} figures
 */
function filesRow(name, { totalMs, longestMs, progressSteps }) {
  return `| ${name} | ${totalMs.toFixed(0)} | ${longestMs.toFixed(0)} | ${progressSteps} |`;
}

/**
 * Calls a function of test/bench/reportPage.ts.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {unknown[]} args
 * @returns {Promise<any>}
 */
function call(page, name, ...args) {
  return page.evaluate(
    ([name, args]) => /** @type {any} */ (globalThis).bench[name](...args),
    /** @type {const} */ ([name, args]),
  );
}

/** @param {number[]} values */
function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `${at(0.5)} / ${at(0.95)}`;
}
