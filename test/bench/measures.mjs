// Measurements, each in a process of its own. Usage: node measures.mjs NAME ...ARGUMENTS; prints JSON.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { peerNamed, peers } from './peers.mjs';
import { adversarialTexts, corpora, randomNumbers } from './texts.mjs';

const require = createRequire(import.meta.url);

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/**
 * The smaller of elapsed and processor time. Both are equal on an idle machine; on a busy one this excludes most
 * of the time of other programs.
 */
async function timed(work) {
  const elapsedMs = startClock();
  const result = await work();
  return { ms: elapsedMs(), result };
}

function startClock() {
  const start = performance.now();
  const cpuStart = process.cpuUsage();
  return () => {
    const elapsed = performance.now() - start;
    const { user, system } = process.cpuUsage(cpuStart);
    return Math.min(elapsed, (user + system) / 1000);
  };
}

/** A peer that needs more time for a corpus is measured twice, without a warm-up round. */
const SLOW_MS = 1000;

/** MB/s of every peer on every corpus: in each round, each peer counts each corpus once. */
async function throughput(encoding, rounds) {
  const texts = corpora();
  const counts = [];
  for (const { name, encodings, load } of peers) {
    if (encodings.includes(encoding)) counts.push({ name, count: await load(encoding) });
  }
  const times = new Map();
  const tokens = new Map();
  for (let round = 0; round < Number(rounds) + 1; round++) {
    for (const [corpus, text] of Object.entries(texts)) {
      for (const { name, count } of counts) {
        const key = `${name}|${corpus}`;
        const known = times.get(key) ?? [];
        if (known.length >= 2 && known[0] > SLOW_MS) continue;
        const { ms, result } = await timed(() => count(text));
        tokens.set(key, result);
        // The first round is the warm-up of fast peers.
        if (round > 0 || ms > SLOW_MS) times.set(key, [...known, ms]);
      }
    }
  }
  return counts.map(({ name }) => ({
    name,
    speeds: Object.entries(texts).map(([corpus, text]) => {
      const ms = median(times.get(`${name}|${corpus}`));
      return {
        corpus,
        mbPerSecond: Buffer.byteLength(text) / 1000 / ms,
        tokens: tokens.get(`${name}|${corpus}`),
      };
    }),
  }));
}

/** Milliseconds for one adversarial text. It is the first text of the process. */
async function adversarial(name, encoding, textName) {
  const text = adversarialTexts()[textName];
  const count = await peerNamed(name).load(encoding);
  const { ms, result } = await timed(() => count(text));
  return { ms, tokens: result };
}

/** Milliseconds to the first count, and memory growth of the process in MiB. */
async function load(name, encoding) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const { ms, result: count } = await timed(() => peerNamed(name).load(encoding));
  const first = await timed(() => count('Hello, world'));
  globalThis.gc?.();
  const after = process.memoryUsage();
  return {
    loadMs: ms,
    firstMs: first.ms,
    rssMb: (after.rss - before.rss) / 2 ** 20,
    heldMb: (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20,
  };
}

/** Milliseconds per key in a document of `megabytes`: at consecutive and at random offsets. */
async function keystrokes(encoding, megabytes) {
  const { createCounter, RECIPES, IncrementalDocument } = require('../../out/bench/engine.cjs');
  const file = new URL(`../../media/vocabularies/${RECIPES[encoding].file}`, import.meta.url);
  const counter = createCounter(encoding, readFileSync(file));
  // Flatten the string: V8 builds a repeated string as a tree, until its first read.
  const text = Buffer.from(corpora().code.repeat(Number(megabytes))).toString();
  // Reads the text with one more character at `key`, without copying all of it, as in an editor.
  let key = Infinity;
  const read = (start, end) => {
    if (end <= key) return text.slice(start, end);
    if (start > key) return text.slice(start - 1, end - 1);
    return `${text.slice(start, key)}x${text.slice(key, end - 1)}`;
  };
  const document = new IncrementalDocument(counter, text.length, read);
  const opening = await sliceTimes(document);
  const settle = () => {
    while (!document.step());
  };
  const typeAt = (offset) => {
    const elapsedMs = startClock();
    key = offset;
    document.applyChange(offset, 0, 1);
    settle();
    const ms = elapsedMs();
    key = Infinity;
    document.applyChange(offset, 1, 0);
    settle();
    return ms;
  };
  const random = randomNumbers(1, text.length);
  const typing = Array.from({ length: 4000 }, (_, index) =>
    typeAt(text.length / 2 + (index % 500)),
  );
  const anywhere = Array.from({ length: 4000 }, () => typeAt(random()));
  return {
    openingMs: opening.reduce((sum, ms) => sum + ms, 0),
    longestSliceMs: Math.max(...opening),
    typing: { median: median(typing), p99: percentile(typing, 0.99) },
    anywhere: { median: median(anywhere), p99: percentile(anywhere, 0.99) },
  };
}

/** Milliseconds of the slices that count a document of each adversarial text, initially and after an edit. */
async function slices(encoding) {
  const { createCounter, RECIPES, IncrementalDocument } = require('../../out/bench/engine.cjs');
  const file = new URL(`../../media/vocabularies/${RECIPES[encoding].file}`, import.meta.url);
  const counter = createCounter(encoding, readFileSync(file));
  const results = {};
  for (const [name, hard] of Object.entries(adversarialTexts())) {
    let text = Buffer.from(hard.repeat(10), 'utf16le').toString('utf16le');
    const document = new IncrementalDocument(counter, text.length, (start, end) =>
      text.slice(start, end),
    );
    const first = await sliceTimes(document);
    const middle = text.length / 2;
    text = Buffer.from(`${text.slice(0, middle)}x${text.slice(middle)}`, 'utf16le').toString(
      'utf16le',
    );
    document.applyChange(middle, 0, 1);
    const edit = await sliceTimes(document);
    results[name] = {
      totalMs: first.reduce((sum, ms) => sum + ms, 0),
      longestMs: Math.max(...first),
      editMs: Math.max(...edit),
    };
  }
  return results;
}

async function sliceTimes(document) {
  const times = [];
  for (let isDone = false; !isDone;) {
    const { ms, result } = await timed(() => document.step());
    times.push(ms);
    isDone = result;
  }
  return times;
}

/** All measurements by name. */
async function list() {
  return {
    peers: peers.map(({ name, encodings }) => ({ name, encodings })),
    adversarial: Object.keys(adversarialTexts()),
  };
}

/**
 * How the bundled price table is read: `bundled` like at a start, `checked` like a table that a user loads. Then what the
 * first estimate looks up in it, and the periods of all models, which a comparison needs.
 */
async function prices(way) {
  const bench = require('../../out/bench/engine.cjs');
  const bytes = readFileSync('pricing.json');
  const reading = startClock();
  createHash('sha256').update(bytes).digest('hex');
  const text = new TextDecoder().decode(bytes);
  const { result, longestMs } =
    way === 'bundled'
      ? stepThrough(bench.readBundled(text))
      : stepThrough(bench.parseInSlices(JSON.parse(text), bench.KNOWN_TOKENIZERS));
  const readMs = reading();
  const looking = startClock();
  const table = bench.lookUpFirst(result.table ?? result);
  const firstMs = looking();
  const building = startClock();
  for (const model of table.models) if (!model.periods) throw new Error(model.id);
  return { readMs, longestMs, firstMs, restMs: building() };
}

function stepThrough(work) {
  let [nowMs, longestMs] = [performance.now(), 0];
  for (;;) {
    const { done, value } = work.next();
    const beforeMs = nowMs;
    nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - beforeMs);
    if (done) return { result: value, longestMs };
  }
}

const MEASURES = { list, throughput, adversarial, slices, load, keystrokes, prices };
const [name, ...rest] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await MEASURES[name](...rest))}\n`);
