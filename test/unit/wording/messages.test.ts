import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { extractMessages } from '../../../scripts/wording/extract.mjs';
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

/** Text of at least three words. */
const SENTENCE = /\p{L}{2,} \p{L}+ \p{L}{2,}/u;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g;
const TEXT = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<>{}();=]+</g;
/** Code that precedes a text for the log or for programmers. */
const FOR_DEVELOPERS =
  /(?:log\.\w+\(\s*(?:new \w+\(\s*)?|new (?:Range|Type)?Error\(\s*|v\.description\(\s*)$/;

/** All rooms, but for the data of calibrations. */
const SHOWN = /^(?!wording|core\/tokens)/;

/** Sentences in a file that neither the wording room nor a log has. */
function strays(text: string): readonly string[] {
  const code = text.replaceAll(COMMENT, '');
  return [...code.matchAll(TEXT)]
    .filter(({ 0: found, index }) => {
      return SENTENCE.test(found) && !FOR_DEVELOPERS.test(code.slice(0, index).slice(-80));
    })
    .map(([found]) => found);
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

  it('are the only sentences that a person sees', () => {
    const src = join(projectRoot, 'src');
    const found = sources()
      .filter(({ path }) => SHOWN.test(relative(src, path).replaceAll('\\', '/')))
      .flatMap(({ path, text }) => strays(text).map((stray) => [path, stray]));
    assert.deepStrictEqual(found, []);
    assert.deepStrictEqual(strays("window.showErrorMessage('The file is gone.')"), [
      "'The file is gone.'",
    ]);
    assert.deepStrictEqual(strays('<p>No price is known</p>'), ['>No price is known<']);
    assert.deepStrictEqual(strays("log.warn('The file is gone.')"), []);
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
