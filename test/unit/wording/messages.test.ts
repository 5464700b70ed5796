import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { extractMessages } from '../../../scripts/wording/extract.mjs';
import { strayTexts, strayTextsOf } from '../../../scripts/wording/strays.mjs';
import { projectRoot } from '../../support/priceTables';

const WORDING = join(projectRoot, 'src', 'wording');

const CALL = /\bl10n\s*\.\s*t\s*\(/g;
/** A call with its message as a literal. */
const LITERAL_CALL = /\bl10n\.t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")\s*[,)]/g;

function sources(): { readonly path: string; readonly text: string }[] {
  const folder = join(projectRoot, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(folder, path), 'utf8') }));
}

function literals(text: string): readonly string[] {
  return Array.from(text.matchAll(LITERAL_CALL), ([, single, double]) =>
    (single ?? double ?? '').replaceAll(/\\(.)/g, '$1'),
  );
}

/** Files of which all is for programs, or data, and why. */
const IN_ENGLISH: readonly (readonly [path: RegExp, why: string])[] = [
  [/^wording\/documents\/diagnosis\.ts$/, 'reports on faults are compared with the code'],
  [/^wording\/programs\//, 'answers to language models and to other extensions'],
  [/^core\/tokens\/estimates\//, 'evidence of calibrations, as that of the price table'],
  [/^core\/media\/families\//, 'names of formulas'],
];

/** Texts that are no sentences of a language, and why. */
const NO_SENTENCES: readonly (readonly [path: string, text: RegExp, why: string])[] = [
  ['core/diagnosis/shipped.ts', /^other bytes$/, 'told by Diagnose'],
  ['core/estimate/tools/tokens.ts', /^known types$/, 'the name of a form'],
  ['core/diagnosis/stack.ts', /^Caused by /, 'a line of the log'],
  ['core/requests/tools/namespace.ts', /namespace functions/, 'code that a model reads'],
  ['core/tokens/engine/vocabulary.ts', /^(?:not a packed vocabulary|wrong checksum)$/, 'an error'],
  ['editor/comparison/rows.ts', /^own models$/, 'the key of a row'],
  ['wording/documents/help.ts', /^ {2}api-spend estimate|^--[a-z-]+ \S+$/, 'options'],
  ['wording/documents/sources.ts', /^\uFFFC\. \uFFFC$/, 'a numbered list in Markdown'],
  ['wording/documents/terminal.ts', /^, $/, 'ids'],
  ['wording/headline.ts', /^\uFFFC \(\uFFFC\)$/, 'a name with its id'],
  ['wording/price.ts', /^(?:[()]|\[\uFFFC\]\(\uFFFC\))$/, 'a link in Markdown, and its address'],
];

async function straysOf(path: string): Promise<readonly string[]> {
  const texts = await strayTextsOf(join(projectRoot, 'src', path));
  const isKnown = (text: string): boolean =>
    NO_SENTENCES.some(([file, known]) => file === path && known.test(text));
  return texts.filter((text) => !isKnown(text)).map((text) => `${path}: ${text}`);
}

describe('the messages for translators', () => {
  it('are only in src/wording', () => {
    const others = sources().filter(
      ({ path, text }) => relative(WORDING, path).startsWith('..') && text.match(CALL),
    );
    assert.deepStrictEqual(
      others.map(({ path }) => path),
      [],
    );
  });

  it('are the only texts that a person sees', async () => {
    const src = join(projectRoot, 'src');
    const paths = sources().map(({ path }) => relative(src, path).replaceAll('\\', '/'));
    const found: string[] = [];
    for (const path of paths) {
      if (IN_ENGLISH.some(([known]) => known.test(path))) continue;
      found.push(...(await straysOf(path)));
    }
    assert.deepStrictEqual(found, []);
  });

  it('are the only texts: those of other kinds are found', async () => {
    const inPage = (code: string) => strayTexts(code, { isWording: false });
    const inWording = (code: string) => strayTexts(code, { isWording: true });
    assert.deepStrictEqual(await inPage("showErrorMessage('File is gone')"), ['File is gone']);
    assert.deepStrictEqual(await inPage('say(`${n} files found`)'), ['\uFFFC files found']);
    assert.deepStrictEqual(await inPage('const a = <p>No price</p>;'), ['No price']);
    assert.deepStrictEqual(await inPage('const a = <p title="Close">{b}</p>;'), ['Close']);
    assert.deepStrictEqual(await inPage('const a = <p class="big red">{b}</p>;'), []);
    assert.deepStrictEqual(await inPage("log.warn('File is gone')"), []);
    assert.deepStrictEqual(await inPage("throw new RangeError('No such file')"), []);
    assert.deepStrictEqual(await inPage("type A = 'no price' | 'free of cost';"), []);
    assert.deepStrictEqual(await inWording("l10n.t('No price')"), []);
    assert.deepStrictEqual(await inWording("const total = 'Total';"), ['Total']);
    assert.deepStrictEqual(await inWording("names.join(', ')"), [', ']);
    assert.deepStrictEqual(await inWording('`${name}: ${note}`'), ['\uFFFC: \uFFFC']);
    assert.deepStrictEqual(await inWording("l10n.t('{0}', names.join(', '))"), [', ']);
  });

  it('choose their form where they have forms', () => {
    for (const { path, text } of sources()) {
      const marked = [...text.matchAll(/l10n\.t\(\s*['"](?=\[(?:one|other)\])/g)];
      for (const { index } of marked) {
        const before = text.slice(0, index).replaceAll(/'(?:[^'\\\n]|\\.)*'|"[^"\n]*"/g, "''");
        const place = `${path}: ${text.slice(index, index + 80)}`;
        assert.match(before, /(?:\bcounted\(|\bforms =|\binForm\()[^;]*$/, place);
      }
    }
  });

  it('are all found by the extractor', async () => {
    const texts = sources().filter(({ path }) => !relative(WORDING, path).startsWith('..'));
    const calls = texts.flatMap(({ text }) => text.match(CALL) ?? []);
    const messages = texts.flatMap(({ text }) => literals(text));
    assert.equal(messages.length, calls.length, 'a message is not a literal');
    const found = Object.keys(await extractMessages(WORDING));
    assert.deepStrictEqual(found.toSorted(), [...new Set(messages)].toSorted());
  });

  it('name commands as the Command Palette does', () => {
    const titles = new Set(
      Object.entries(
        JSON.parse(readFileSync(join(projectRoot, 'package.nls.json'), 'utf8')) as Record<
          string,
          string
        >,
      ).flatMap(([key, title]) => (key.startsWith('command.') ? [`API Spend: ${title}`] : [])),
    );
    const messages = sources().flatMap(({ text }) => literals(text));
    const named = messages.flatMap(
      (message) => message.match(/(?<=")API Spend: [^"]+(?=")/g) ?? [],
    );
    assert.ok(named.length > 3, named.join('\n'));
    assert.deepStrictEqual(
      named.filter((name) => !titles.has(name)),
      [],
    );
  });

  it('are unique', () => {
    const messages = sources().flatMap(({ text }) => literals(text));
    const doubled = messages.filter((message, index) => messages.indexOf(message) !== index);
    assert.deepStrictEqual(doubled, []);
  });

  it('number their placeholders from 0 without gaps', () => {
    for (const message of sources().flatMap(({ text }) => literals(text))) {
      const numbers = [...message.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number));
      const expected = [...new Set(numbers)].map((_, index) => index);
      const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
      assert.deepStrictEqual(sorted, expected, message);
    }
  });
});
