// Pseudo-languages: English that shows where a translation would be cut off, or would run from right to left.
import { formsOf, hasForms } from './problems.mjs';

/** VS Code's own name of its pseudo-language: no locale, so numbers stay as they are. */
export const LONG = 'qps-ploc';

/** A language that runs from right to left. */
export const RIGHT_TO_LEFT = 'he';

/** How much longer than English a translation may be. */
const GROWTH = 0.4;

const ACCENTED = new Map(
  Object.entries({
    a: 'å',
    c: 'ç',
    e: 'é',
    i: 'ï',
    n: 'ñ',
    o: 'ö',
    s: 'š',
    u: 'ü',
    y: 'ÿ',
    z: 'ž',
    A: 'Å',
    C: 'Ç',
    E: 'É',
    I: 'Ï',
    N: 'Ñ',
    O: 'Ö',
    S: 'Š',
    U: 'Ü',
    Y: 'Ÿ',
    Z: 'Ž',
  }),
);

/** Hebrew letters in the place of Latin ones, so that the text runs from right to left. */
const LETTERS = 'אבגדהוזחטיכלמנסעפצקרשת';

/** What stays as it is: placeholders, links, code, settings. */
const KEPT = /(\{\d+\}|`[^`]*`|\([a-z]+:[^)]*\)|https?:\/\/\S+|\.?api-?[sS]pend\.[\w.]+|--[\w-]+)/;

/**
 * @param {string} message
 * @param {string} language `LONG` or `RIGHT_TO_LEFT`
 */
export function pseudoMessage(message, language) {
  if (!hasForms(message)) return pseudoText(message, language);
  return [...formsOf(message)]
    .map(([category, form]) => `[${category}]${pseudoText(form, language)}`)
    .join('');
}

/**
 * Punctuation that joins parts is no text.
 * @param {string} text
 * @param {string} language
 */
function pseudoText(text, language) {
  if (
    !/\p{L}/u.test(
      text
        .split(KEPT)
        .filter((_, index) => index % 2 === 0)
        .join(''),
    )
  )
    return text;
  const changed = text
    .split(KEPT)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/\p{L}/gu, letterIn(language))))
    .join('');
  return language === LONG ? `[${changed}${longer(text)}]` : changed;
}

/** @param {string} language @returns {(letter: string) => string} */
function letterIn(language) {
  return language === LONG
    ? (letter) => ACCENTED.get(letter) ?? letter
    : (letter) => LETTERS[(letter.codePointAt(0) ?? 0) % LETTERS.length] ?? letter;
}

/** Words of usual length, two fifths of the text. @param {string} text */
function longer(text) {
  const length = Math.ceil(text.replaceAll(/\{\d+\}/g, '').length * GROWTH);
  return length < 3
    ? '~'.repeat(length)
    : ` ${'~~~~~~ '.repeat(Math.ceil(length / 7))}`.slice(0, length);
}

/**
 * @param {Readonly<Record<string, string>>} english
 * @param {string} language
 */
export function pseudoBundle(english, language) {
  return Object.fromEntries(
    Object.keys(english).map((message) => [message, pseudoMessage(message, language)]),
  );
}

/**
 * @param {Readonly<Record<string, string>>} english
 * @param {string} language
 */
export function pseudoManifest(english, language) {
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => [
      key,
      { message: pseudoMessage(text, language), comment: [text] },
    ]),
  );
}
