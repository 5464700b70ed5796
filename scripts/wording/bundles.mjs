// The files of translations: where they lie, how they are read and written.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { extractMessages } from './extract.mjs';

/** The languages beside English, as VS Code names them. */
export const LANGUAGES = ['zh-cn', 'ja', 'de', 'es', 'fr'];

const root = fileURLToPath(new URL('../../', import.meta.url));
const wordingFolder = join(root, 'src', 'wording');

/** By English message. @typedef {Readonly<Record<string, string>>} Bundle */

/**
 * A manifest sentence in another language, with the English one that it was made from.
 * @typedef {{ readonly message: string, readonly comment: readonly [string] }} ManifestEntry
 */

/** By key of package.nls.json. @typedef {Readonly<Record<string, ManifestEntry>>} TranslatedManifest */

/** @param {string} [language] undefined: English. */
export function bundlePath(language) {
  return join(root, 'l10n', language ? `bundle.l10n.${language}.json` : 'bundle.l10n.json');
}

/** @param {string} [language] undefined: English. */
export function manifestPath(language) {
  return join(root, language ? `package.nls.${language}.json` : 'package.nls.json');
}

/** The languages that have a file of translations. */
export function committedLanguages() {
  const files = [...readdirSync(join(root, 'l10n')), ...readdirSync(root)];
  const found = files.flatMap((name) => {
    const [, language] = /^(?:bundle\.l10n|package\.nls)\.([\w-]+)\.json$/.exec(name) ?? [];
    return language === undefined ? [] : [language];
  });
  return [...new Set(found)];
}

/** The messages of the source: English by itself. @returns {Promise<Bundle>} */
export async function englishBundle() {
  const messages = Object.keys(await extractMessages(wordingFolder));
  return Object.fromEntries(messages.map((message) => [message, message]));
}

/** @returns {Bundle} */
export function englishManifest() {
  return readJson(manifestPath());
}

/** @param {string} path @returns {any} an empty object if the file does not exist. */
export function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** As Prettier writes it. @param {unknown} value */
export async function jsonText(value) {
  // Of a file: of a folder, Prettier knows no configuration.
  const options = await resolveConfig(join(root, 'package.json'));
  return format(JSON.stringify(value, undefined, 2), { ...options, parser: 'json' });
}

/**
 * The entries of a translation in the order of the English keys, without those that English no longer has.
 * @template T
 * @param {readonly string[]} keys
 * @param {Readonly<Record<string, T>>} translated
 * @returns {Record<string, T>}
 */
export function inOrder(keys, translated) {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const entry = translated[key];
      return entry === undefined ? [] : [[key, entry]];
    }),
  );
}

/** Writes the English bundle, and the translations in its order. */
export async function writeBundles() {
  const english = await englishBundle();
  writeFileSync(bundlePath(), await jsonText(english));
  for (const language of committedLanguages()) {
    for (const [path, keys] of /** @type {const} */ ([
      [bundlePath(language), Object.keys(english)],
      [manifestPath(language), Object.keys(englishManifest())],
    ])) {
      if (existsSync(path)) {
        writeFileSync(path, await jsonText(inOrder(keys, readJson(path))));
      }
    }
  }
}
