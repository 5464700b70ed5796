import assert from 'node:assert/strict';
import { main } from '../../../src/cli/main';
import { languageOf, withoutLanguage, wordsIn } from '../../../src/cli/reader/language';
import { displayWidth } from '../../../src/core/figures/displayWidth';
import { usage } from '../../../src/wording/documents/help';
import { ENGLISH, translatorOf } from '../../../src/wording/words';
import { terminalIo } from '../../support/terminal';

/** Translations that the test brings along: which languages are whole changes. */
const BUNDLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    Tokens: 'Token',
    Total: 'Summe',
    'unknown command: {0} (estimate, count or help)': 'unbekannter Befehl: {0}',
    '[one]{0} more model: add --all, or --find WORDS[other]{0} more models: add --all, or --find WORDS':
      '[one]{0} weiteres Modell: --all, oder --find WORDS[other]{0} weitere Modelle: --all, oder --find WORDS',
  },
  'zh-cn': { Tokens: '词元数', Total: '合计' },
};

async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
  const output = { stdout: '', stderr: '' };
  const io = terminalIo({ 'hello.txt': 'Hello, world' });
  const status = await main(args, {
    ...io,
    environment: { ...io.environment, ...environment },
    readShippedFile: async (path) => {
      const [, language = ''] = /^l10n\/bundle\.l10n\.([\w-]+)\.json$/.exec(path) ?? [];
      const bundle = BUNDLES[language];
      return bundle ? new TextEncoder().encode(JSON.stringify(bundle)) : io.readShippedFile(path);
    },
    writeOutput: (text) => (output.stdout += text),
    writeError: (text) => (output.stderr += text),
  });
  return { status, ...output };
}

describe('the language of the terminal', () => {
  const tagOf = (args: readonly string[], environment = {}) => languageOf(args, environment).tag;

  it('is that of the option, else of the variable, else of the terminal', () => {
    const environment = { API_SPEND_LANGUAGE: 'fr', LC_ALL: 'es', LC_MESSAGES: 'ja', LANG: 'de' };
    assert.equal(tagOf(['estimate', '--language', 'zh-cn', 'a'], environment), 'zh-cn');
    assert.equal(tagOf(['estimate', '--language=zh-cn', 'a'], environment), 'zh-cn');
    assert.equal(tagOf(['estimate', '--', '--language', 'zh-cn'], environment), 'fr');
    assert.equal(tagOf([], { ...environment, API_SPEND_LANGUAGE: '' }), 'es');
    assert.equal(tagOf([], { LC_ALL: '', LC_MESSAGES: 'ja', LANG: 'de' }), 'ja');
    assert.equal(tagOf([], { LANG: 'de_AT.UTF-8' }), 'de_AT.UTF-8');
    assert.equal(tagOf([]), '');
  });

  it('is taken out of the arguments', () => {
    assert.deepStrictEqual(withoutLanguage(['--language', 'de', 'count', '--', '--language']), [
      'count',
      '--',
      '--language',
    ]);
    assert.deepStrictEqual(withoutLanguage(['count', '--language=de']), ['count']);
    assert.deepStrictEqual(withoutLanguage(['count']), ['count']);
  });

  it('has numbers of its region, and English where there is no translation', async () => {
    const read = async (tag: string) => {
      const io = terminalIo();
      const readShippedFile = async () => Promise.resolve(new TextEncoder().encode('{}'));
      const words = await wordsIn({ ...io, readShippedFile }, { tag, isChosen: false });
      return [words.language, words.locale];
    };
    assert.deepStrictEqual(await read('de_AT.UTF-8@euro'), ['de', 'de-at']);
    assert.deepStrictEqual(await read('zh-Hans'), ['zh-cn', 'zh-hans']);
    assert.deepStrictEqual(await read('zh_CN.GB18030'), ['zh-cn', 'zh-cn']);
    assert.deepStrictEqual(await read('zh'), ['zh-cn', 'zh']);
    for (const tag of ['zh_TW.UTF-8', 'zh-hant', 'C', 'POSIX', 'ru_RU', '', '..', 'de/../x']) {
      assert.deepStrictEqual(await read(tag), ['en', 'en-US'], tag);
    }
  });

  it('is that of tables and messages', async () => {
    const { stdout } = await run(['estimate', '--language', 'de', 'hello.txt']);
    assert.match(stdout, / Token .* Summe /);
    assert.match(stdout, / 0,00\d+.\$/);
    assert.match(stdout, /\n\d\.\d{3} weitere Modelle: --all, oder --find WORDS\n/);
    const unknown = await run(['frobnicate'], { LANG: 'de_DE.UTF-8' });
    assert.deepStrictEqual(unknown, {
      status: 2,
      stdout: '',
      stderr: 'api-spend: unbekannter Befehl: frobnicate\n',
    });
  });

  it('is refused if it is chosen and has no translation', async () => {
    for (const args of [['--language', 'tlh'], ['--language=tlh']]) {
      const { status, stderr } = await run([...args, 'estimate', 'hello.txt']);
      assert.equal(status, 2);
      assert.match(
        stderr,
        /no translation into "tlh": --language takes en, zh-cn, ja, de, es, fr\n/,
      );
    }
    assert.equal((await run(['count', '--language'])).status, 2);
    assert.equal((await run(['estimate', 'hello.txt'], { LANG: 'tlh' })).status, 0);
    assert.equal((await run(['estimate', 'hello.txt', '--language', 'en-GB'])).status, 0);
  });

  it('changes no report for programs', async () => {
    for (const format of [
      ['--json'],
      ['--format', 'csv'],
      ['--format', 'json'],
      ['--format', 'markdown'],
    ]) {
      const args = ['estimate', '--at', '2026-11-20', ...format, 'hello.txt'];
      const english = await run(args);
      assert.equal(english.status, 0);
      assert.deepStrictEqual(await run([...args, '--language', 'de']), english, format.join(' '));
    }
    const counted = await run(['count', '--encoding', 'o200k_base', '--language', 'de']);
    assert.deepStrictEqual([counted.status, counted.stdout], [0, '0\n']);
  });

  it('keeps columns where signs are wide', async () => {
    const { stdout } = await run([
      'estimate',
      '--language',
      'zh-cn',
      '--model',
      'openai/o1',
      'hello.txt',
    ]);
    const lines = stdout.split('\n');
    const heading = lines.findIndex((line) => line.includes('词元数'));
    const columns = [/词元数/, /3(?= )/].map((pattern, index) => {
      const line = lines[heading + index] ?? '';
      const found = pattern.exec(line);
      return displayWidth(line.slice(0, (found?.index ?? NaN) + (found?.[0].length ?? 0)));
    });
    assert.equal(columns[0], columns[1], stdout);
  });

  it('has a help whose lines fit a terminal, also in wide signs', () => {
    const chinese = translatorOf({
      'Only this model (provider/model, or the model alone if it is unique)':
        '只有这个模型（提供商/模型，或者在唯一时只写模型），'.repeat(8),
    });
    const lines = usage({ ...ENGLISH, l10n: chinese }).split('\n');
    const own = lines.filter((line) => line.includes('模型'));
    assert.ok(own.length > 3, own.join('\n'));
    for (const line of lines) assert.ok(displayWidth(line) <= 100, line);
    for (const line of own) assert.doesNotMatch(line.trim(), /^[，）]/);
  });
});
