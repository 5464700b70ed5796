import assert from 'node:assert/strict';
import { displayWidth, padColumns, wrapText } from '../../../src/core/figures/displayWidth';
import { tokensOf } from '../../../src/wording/count';
import { directionOf } from '../../../src/core/figures/direction';
import { counted } from '../../../src/wording/language/forms';
import { andList, commas, orList, sentences } from '../../../src/wording/language/lists';
import { ENGLISH, translatorOf, type Words } from '../../../src/wording/words';

function wordsOf(language: string, translations: Readonly<Record<string, string>> = {}): Words {
  return { ...ENGLISH, language, locale: language, l10n: translatorOf(translations) };
}

const TOKENS = '[one]{0} token[other]{0} tokens';

describe('the forms of a number', () => {
  const tokens = (language: string, translation: string, count: number): string =>
    tokensOf(wordsOf(language, { [TOKENS]: translation }), count, String(count));

  it('are those of the language', () => {
    const french = '[one]{0} token[many]{0} de tokens[other]{0} tokens';
    assert.equal(tokens('fr', french, 0), '0 token');
    assert.equal(tokens('fr', french, 1), '1 token');
    assert.equal(tokens('fr', french, 2), '2 tokens');
    assert.equal(tokens('fr', french, 1_000_000), '1000000 de tokens');
    assert.equal(tokens('es', french, 0), '0 tokens');
    assert.equal(tokens('ja', '{0} トークン', 1), '1 トークン');
    assert.equal(
      tokens('pl', '[one]{0} token[few]{0} tokeny[many]{0} tokenów[other]{0} tokenu', 22),
      '22 tokeny',
    );
  });

  it('are the general one where a form is missing', () => {
    assert.equal(tokens('fr', '[one]{0} token[other]{0} tokens', 1_000_000), '1000000 tokens');
    assert.equal(counted(ENGLISH, 1, '[other]{0} hosts', 1), '1 hosts');
  });

  it('are English where there is no translation, whatever the numbers look like', () => {
    // In Russian, 21 has the form of 1.
    const words = { ...ENGLISH, locale: 'ru' };
    assert.equal(tokensOf(words, 21, '21'), '21 tokens');
    assert.equal(andList(words, ['a', 'b', 'c']), 'a, b, and c');
  });

  it('leave marks and placeholders in names alone', () => {
    assert.equal(
      counted(ENGLISH, 1, '[one]{0} in {1}[other]{0} files in {1}', 1, '[other]{0}.md'),
      '1 in [other]{0}.md',
    );
  });
});

describe('the lists of a language', () => {
  it('have its words and signs', () => {
    assert.equal(andList(wordsOf('de'), ['a', 'b', 'c']), 'a, b und c');
    assert.equal(orList(wordsOf('es'), ['a', 'b']), 'a o b');
    assert.equal(orList(ENGLISH, ['a', 'b', 'c']), 'a, b, or c');
    const japanese = wordsOf('ja', { '{0}, {1}': '{0}、{1}', '{0} {1}': '{0}{1}' });
    assert.equal(commas(japanese, ['あ', 'い', '{0}']), 'あ、い、{0}');
    assert.equal(sentences(japanese, ['あ。', 'い。']), 'あ。い。');
    assert.equal(commas(ENGLISH, []), '');
  });

  it('run in its direction', () => {
    assert.deepStrictEqual(['en', 'ja', 'ar', 'he', 'fa-af', 'qps-ploc'].map(directionOf), [
      'ltr',
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
    ]);
  });
});

describe('the columns of a text', () => {
  it('are two for a wide sign, and none for one above another', () => {
    assert.equal(displayWidth('≈1,234 ×'), 8);
    assert.equal(displayWidth('模型 ok'), 7);
    assert.equal(displayWidth('é'.normalize('NFD')), 1);
    assert.equal(padColumns('模型', 6, 'left'), '模型  ');
    assert.equal(padColumns('12', 4, 'right'), '  12');
  });

  it('are filled line by line', () => {
    assert.deepStrictEqual(wrapText('one two three', 8), ['one two', 'three']);
    assert.deepStrictEqual(wrapText('unbreakable', 4), ['unbreakable']);
    assert.deepStrictEqual(wrapText('价格表，模型。', 6), ['价格', '表，模', '型。']);
    assert.deepStrictEqual(wrapText('价格（表）', 6), ['价格', '（表）']);
    assert.deepStrictEqual(wrapText('', 4), ['']);
  });
});
