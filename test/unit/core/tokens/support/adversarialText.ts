// Texts made to find differences between tokenizers. Every code point here has the same class in
// Unicode 15 to 17, so that references which use the host's Unicode agree with those that bring their own.

export type Random = () => number;

/** Mulberry32: numbers in [0, 1) that are the same in every host. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** An integer from `low` up to and without `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low));
}

// prettier-ignore
const FRAGMENTS = [
  // Words, capitals, contractions (the long s folds to an s).
  'a', 'b', 's', 't', 're', 'll', 'A', 'B', 'ABC', 'Hello', ' the', 'getElementById', 'XMLHttpRequest',
  "'", "'s", "'RE", "'ll", "'\u017f", '\u017f', '\u01c5', '\u02b0',
  // Numbers, some of them no digits.
  '1', '2', '12345', '3.14', '\u2460', '\u00bd', '\u2167', '\u{1d7d9}',
  // White space; U+FEFF is none to Unicode and U+0085 is.
  '\n', '\r', '\r\n', ' ', '  ', '    ', '\t', '\u00a0', '\u2003', '\u3000', '\u0085', '\ufeff', '\v',
  // Controls, format characters, private use.
  '\0', '\u0001', '\u001b', '\u200b', '\u200d', '\ue000',
  // Punctuation and symbols.
  '.', '/', '//', '_', '-', '--', '=', '==', '=>', '(', ')', '{', '}', '"', '`', '^', '+', '!', '?', '\\', '~',
  '\u2581', '\u2581\u2581', '\u2014', '\u20ac',
  // Han, kana (with the symbols among them), Hangul whole and in parts.
  '\u4e2d', '\u6587', '\u5b57', '\u3002', '\uff0c', '\u304c', '\u30ab', '\u30fb', '\u30fc', '\u309b', '\ud55c', '\u1112', '\u1161', '\u11ab',
  '\u9fa5', '\u9fa6', '\u{20000}', '\u3007',
  // Latin and Cyrillic, composed and decomposed; marks; characters that NFC decomposes or replaces.
  '\u00e9', 'e\u0301', '\u00f1', '\u00df', '\u0440', '\u041f\u0440\u0438\u0432\u0435\u0442', '\u0301', '\u0308', '\u0323\u0307', '\u1e9b\u0323',
  '\u0958', '\u2329', '\u212b', '=\u0338', '\u0340', '\ufb1d', '\u1fef',
  // Right to left, Indic, Thai.
  '\u0633\u0644\u0627\u0645', '\u05e9\u05dc\u05d5\u05dd', '\u0928\u092e\u0938\u094d\u0924\u0947', '\u0e44\u0e17\u0e22', '\u200f',
  // Emoji: single, joined, with a skin tone, flags.
  '\u{1f600}', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\u{1f3fd}', '\u{1f1e9}\u{1f1ea}', '\u2764\ufe0f', '\u{1d400}',
  // Halves of surrogate pairs.
  '\ud800', '\udc00', '\ud83d',
  // Text that looks like special tokens and tags.
  '<|endoftext|>', '<|im_end|>', '<think>', '<start_of_turn>', '<unused1>', '<bos>', '[INST]', '<\uff5cUser\uff5c>',
  '<h1>', '</h1>', '<table>', '<blockquote>', '> </', '<0x41>', '<', '>',
] as const;

/** Up to 24 fragments, some of them repeated up to 40 times. */
export function adversarialText(random: Random): string {
  let text = '';
  for (let rest = between(random, 1, 25); rest > 0; rest--) {
    const fragment: string = pick(random, FRAGMENTS);
    text += random() < 0.06 ? fragment.repeat(between(random, 2, 41)) : fragment;
  }
  return text;
}

export function adversarialTexts(seed: number, size: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: size }, () => adversarialText(random));
}

/** Adversarial texts strung together to about `length` code units, with ordinary lines among them. */
export function adversarialDocument(random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    text +=
      random() < 0.5
        ? adversarialText(random)
        : 'const total = items.reduce((sum, item) => sum + item.price, 0);\n';
  }
  return text;
}
