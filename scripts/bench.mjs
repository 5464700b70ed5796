// Compares the engine with other tokenizers and prints tables; --write also updates BENCHMARKS.md.
// Usage: npm run bench [-- --write] [--quick] [--cap=SECONDS]
//   [--only=throughput,hard,cold,slices,load,keys,prices,report,editor,activation,size]
// To add a section, add a function to SECTIONS.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { activationSection, editorSection } from './bench/editorSection.mjs';
import { reportSection } from './bench/reportSection.mjs';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 3 : 7;
const PROCESSES = quick ? 3 : 7;
const CAP_MS = 1000 * Number(option('cap') ?? (quick ? 5 : 60));
const OURS = 'API Spend';
const ENCODINGS = [
  'o200k_base',
  'cl100k_base',
  'deepseek_v3',
  'qwen3',
  'llama3',
  'tekken',
  'gemma3',
];
const measures = fileURLToPath(new URL('../test/bench/measures.mjs', import.meta.url));

/** @param {string} name of `--name=value` */
function option(name) {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

/**
 * Runs one measurement in a fresh process.
 * @param {string[]} args
 * @param {number} [capMs]
 * @returns {any} undefined if it takes longer than `capMs`
 */
function measure(args, capMs) {
  const { stdout, stderr, status, error } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=4096', measures, ...args],
    { encoding: 'utf8', timeout: capMs, killSignal: 'SIGKILL' },
  );
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return undefined;
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout);
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** @param {string[][]} rows the first row is the header */
function table(rows) {
  const [head = [], ...body] = rows;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** @param {number} value */
function short(value) {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

await build({
  entryPoints: ['test/bench/engine.ts'],
  outfile: 'out/bench/engine.cjs',
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
});
/** @type {{ peers: { name: string, encodings: string[] }[], adversarial: string[] }} */
const { peers, adversarial } = measure(['list']);

/** @param {string} encoding */
function peersWith(encoding) {
  return peers.filter(({ encodings }) => encodings.includes(encoding)).map(({ name }) => name);
}

/** @typedef {{ name: string, speeds: { corpus: string, mbPerSecond: number, tokens: number }[] }} Speeds */

/**
 * @param {Speeds[]} results
 * @param {string} corpus
 */
function cells(results, corpus) {
  const find = (/** @type {Speeds} */ { speeds }) =>
    speeds.find((speed) => speed.corpus === corpus);
  const ours = results.find(({ name }) => name === OURS);
  const own = ours && find(ours);
  return results.map((result) => {
    const speed = find(result);
    if (speed === undefined || own === undefined) return '';
    const ratio = result.name === OURS ? '' : ` (${short(own.mbPerSecond / speed.mbPerSecond)}x)`;
    const wrong = speed.tokens === own.tokens ? '' : ` [${speed.tokens - own.tokens}]`;
    return `${short(speed.mbPerSecond)}${ratio}${wrong}`;
  });
}

/** @param {string} encoding */
function throughputSection(encoding) {
  process.stderr.write(`throughput ${encoding}\n`);
  /** @type {Speeds[]} */
  const results = measure(['throughput', encoding, String(ROUNDS)]);
  const names = results.map(({ name }) => name);
  const corpora = results[0]?.speeds.map(({ corpus }) => corpus) ?? [];
  const columns = corpora.map((corpus) => cells(results, corpus));
  const rows = names.map((name, row) => [name].concat(columns.map((column) => column[row] ?? '')));
  return `### ${encoding}\n\n${table([['MB/s', ...corpora], ...rows])}`;
}

function adversarialSection() {
  const names = peersWith('o200k_base');
  const rows = adversarial.map((text) => {
    process.stderr.write(`adversarial ${text}\n`);
    const results = names.map((name) =>
      measure(['adversarial', name, 'o200k_base', text], CAP_MS + 5000),
    );
    const own = results[0]?.tokens;
    const cells = results.map((result) => {
      if (result === undefined || result.ms > CAP_MS) return `> ${CAP_MS / 1000} s`;
      const wrong = result.tokens === own ? '' : ` [${result.tokens - own}]`;
      return `${short(result.ms)}${wrong}`;
    });
    return [text].concat(cells);
  });
  return table([['ms', ...names], ...rows]);
}

/**
 * @param {string} encoding
 * @param {string} text
 * @returns {number}
 */
function coldMs(encoding, text) {
  return measure(['adversarial', OURS, encoding, text]).ms;
}

/** Our times for all encodings: the median of three fresh processes. */
function coldSection() {
  const rows = adversarial.map((text) => {
    process.stderr.write(`cold ${text}\n`);
    const times = ENCODINGS.map((encoding) =>
      median(Array.from({ length: quick ? 1 : 3 }, () => coldMs(encoding, text))),
    );
    return [text].concat(times.map(short));
  });
  return table([['ms', ...ENCODINGS], ...rows]);
}

function slicesSection() {
  const columns = ['o200k_base', 'qwen3', 'deepseek_v3', 'gemma3'].map((encoding) => {
    process.stderr.write(`slices ${encoding}\n`);
    return { encoding, results: measure(['slices', encoding]) };
  });
  const texts = Object.keys(columns[0]?.results ?? {});
  const rows = texts.map((text) =>
    [text].concat(
      columns.map(({ results }) => {
        const { totalMs, longestMs, editMs } = results[text];
        return `${short(longestMs)} of ${totalMs.toFixed(0)}, ${short(editMs)}`;
      }),
    ),
  );
  return table([['ms', ...columns.map(({ encoding }) => encoding)], ...rows]);
}

/** @param {string} encoding */
function loadSection(encoding) {
  process.stderr.write(`load ${encoding}\n`);
  const names = peersWith(encoding);
  /** @type {Map<string, any[]>} */
  const results = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < PROCESSES; round++) {
    for (const name of names) results.get(name)?.push(measure(['load', name, encoding]));
  }
  const rows = names.map((name) => {
    const runs = results.get(name) ?? [];
    const keys = ['loadMs', 'firstMs', 'rssMb', 'heldMb'];
    return [name].concat(keys.map((key) => short(median(runs.map((run) => run[key])))));
  });
  return `### ${encoding}\n\n${table([['', 'load ms', 'first count ms', 'process grows MB', 'of it held MB'], ...rows])}`;
}

/** @param {number} ms */
function us(ms) {
  return (ms * 1000).toFixed(0);
}

function keystrokeSection() {
  const rows = ['o200k_base', 'deepseek_v3', 'gemma3'].flatMap((encoding) =>
    ['1', '10'].map((megabytes) => {
      process.stderr.write(`keystrokes ${encoding} ${megabytes} MB\n`);
      const result = measure(['keystrokes', encoding, megabytes]);
      return [
        `${encoding}, ${megabytes} MB`,
        short(result.openingMs),
        short(result.longestSliceMs),
        `${us(result.typing.median)} / ${us(result.typing.p99)}`,
        `${us(result.anywhere.median)} / ${us(result.anywhere.p99)}`,
      ];
    }),
  );
  const head = [
    '',
    'first count ms',
    'longest slice ms',
    'typing us, median / 99 %',
    'anywhere us, median / 99 %',
  ];
  return table([head, ...rows]);
}

/** Milliseconds for the reading of the bundled table at a start, and for a step of it, between which the host may pause. */
const MOST_READ_MS = 30;
const MOST_STEP_MS = 8;

function pricesSection() {
  const ways = { bundled: 'at a start', checked: 'a table that the user loads' };
  const rows = Object.entries(ways).map(([way, name]) => {
    process.stderr.write(`prices ${way}\n`);
    const runs = Array.from({ length: PROCESSES }, () => measure(['prices', way]));
    const keys = ['readMs', 'longestMs', 'firstMs', 'restMs'];
    const medians = keys.map((key) => median(runs.map((run) => run[key])));
    const [readMs = 0, longestMs = 0] = medians;
    if (way === 'bundled' && (readMs > MOST_READ_MS || longestMs > MOST_STEP_MS)) {
      process.stderr.write(`prices: over ${MOST_READ_MS} ms, or a step over ${MOST_STEP_MS} ms\n`);
      process.exitCode = 1;
    }
    return [name].concat(medians.map(short));
  });
  const head = ['', 'read ms', 'longest step ms', 'first look-up ms', 'all periods ms'];
  return table([head, ...rows]);
}

function sizeSection() {
  const folder = new URL('../media/vocabularies/', import.meta.url);
  /** @type {{ file: string, tokens: number }[]} */
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
  let raw = 0;
  let deflated = 0;
  const rows = manifest.map(({ file, tokens }) => {
    const bytes = readFileSync(new URL(file, folder));
    const packed = deflateRawSync(bytes).length;
    raw += bytes.length;
    deflated += packed;
    return [file, String(tokens), (bytes.length / 1e6).toFixed(2), (packed / 1e6).toFixed(2)];
  });
  const sum = ['all', '', (raw / 1e6).toFixed(2), (deflated / 1e6).toFixed(2)];
  return table([['', 'tokens', 'MB', 'MB in the .vsix'], ...rows, sum]);
}

const SECTIONS = {
  throughput: () =>
    `## Throughput, warm

Texts of 1 MiB out of installed packages; zh/ja/ar/hi are declarations of human rights in many languages.

${ENCODINGS.map(throughputSection).join('\n\n')}`,
  hard: () =>
    `## Hard texts, cold

100,000 UTF-16 code units each, the first text that a fresh process counts (o200k_base, milliseconds
without loading).

${adversarialSection()}`,
  cold: () =>
    `## Hard texts, cold, all our encodings

The same texts, API Spend alone, medians of three processes.

${coldSection()}`,
  slices: () =>
    `## Slices

A document of ten times a hard text, 1,000,000 UTF-16 code units: the longest slice of its first count and
the time of all of them, then the longest slice after a character was typed into its middle.

${slicesSection()}`,
  load: () =>
    `## Loading, in fresh processes

${['o200k_base', 'cl100k_base', 'gemma3'].map(loadSection).join('\n\n')}`,
  keys: () =>
    `## Keys in large documents

One key, counted at once, without the editor's own work; peers would count the whole text again.

${keystrokeSection()}`,
  prices: () =>
    `## Reading the price table

The bundled table in fresh processes. At a start its hash shows that it is the one that was checked when it was
generated, and the periods of a model are built when they are asked for; each row of any other table is checked. Then
the model of the status bar is looked up, and the periods that are left are built, as a comparison needs them. The
bounds are ${MOST_READ_MS} ms for the reading and ${MOST_STEP_MS} ms for a step of it, between which the host does other work.

${pricesSection()}`,
  report: reportSection,
  editor: editorSection,
  activation: () => activationSection(PROCESSES),
  size: () => `## Size\n\n${sizeSection()}`,
};

/** @param {string} name */
function sectionFile(name) {
  return new URL(`../out/bench/${name}.md`, import.meta.url);
}

/** @param {string} benchmarks */
function sectionsOf(benchmarks) {
  return benchmarks
    .split(/^(?=## )/m)
    .slice(1)
    .map((section) => section.trimEnd());
}

/**
 * Replaces the section with the same heading, or appends the section.
 * @param {string[]} sections
 * @param {string} section
 */
function replaceSection(sections, section) {
  const heading = (/** @type {string} */ text) => text.split('\n', 1)[0];
  const index = sections.findIndex((each) => heading(each) === heading(section));
  sections.splice(index < 0 ? sections.length : index, index < 0 ? 0 : 1, section);
}

const only = option('only')?.split(',');
for (const [name, section] of Object.entries(SECTIONS)) {
  if (only !== undefined && !only.includes(name)) continue;
  const text = await section();
  writeFileSync(sectionFile(name), text);
  process.stdout.write(`${text}\n\n`);
}
if (process.argv.includes('--write')) {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}`;
  const texts = existsSync('BENCHMARKS.md')
    ? sectionsOf(readFileSync('BENCHMARKS.md', 'utf8'))
    : [];
  for (const file of Object.keys(SECTIONS).map(sectionFile)) {
    if (existsSync(file)) replaceSection(texts, readFileSync(file, 'utf8'));
  }
  const head = `# Benchmarks

${machine}; ${new Date().toISOString().slice(0, 10)}; \`npm run bench\`, ${ROUNDS} interleaved rounds, medians
of the smaller of elapsed and processor time. The ratio in brackets is our speed over the peer's. A number
in square brackets is by how many tokens a peer's count differs from ours, which equals the reference.`;
  writeFileSync('BENCHMARKS.md', `${[head, ...texts].join('\n\n')}\n`);
}
