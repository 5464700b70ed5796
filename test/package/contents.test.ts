import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { vsixFile } from '../../scripts/extensionPackage.mjs';
import { manifestOf, packedFiles } from '../support/packedFiles';

/** Parts, whose names change with their contents, and translations stand for all of their kind. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^dist\/parts\/[\w-]+\.js$/, 'dist/parts/*.js'],
  [/^package\.nls\.[\w-]+\.json$/, 'package.nls.json'],
  [/^media\/walkthrough\/[\w-]+\/\w+\.webp$/, 'media/walkthrough/*/*.webp'],
  [/^l10n\/bundle\.l10n\.[\w-]+\.json$/, 'l10n/bundle.l10n.*.json'],
];

const CONTENTS = [
  'LICENSE.txt',
  'THIRD_PARTY_NOTICES',
  'api.d.ts',
  'changelog.md',
  'dist/docs/api.md',
  'dist/docs/counting.md',
  'dist/docs/exports.md',
  'dist/docs/files.md',
  'dist/docs/media.md',
  'dist/docs/names.md',
  'dist/docs/pricing.md',
  'dist/docs/scenario.md',
  'dist/docs/settings.md',
  'dist/docs/team.md',
  'dist/docs/terminal.md',
  'dist/docs/translating.md',
  'dist/docs/using.md',
  'dist/docs/where.md',
  'dist/extension.js',
  'dist/parts/*.js',
  'dist/report/main.css',
  'dist/report/main.js',
  'dist/web/extension.js',
  'media/api-spend.schema.json',
  'media/icon.png',
  'media/pricing.schema.json',
  'media/vocabularies/deepseek.bin',
  'media/vocabularies/gemma3.bin',
  'media/vocabularies/llama3.bin',
  'media/vocabularies/manifest.json',
  'media/vocabularies/o200k.bin',
  'media/vocabularies/qwen3.bin',
  'media/vocabularies/tekken.bin',
  'media/walkthrough/*/*.webp',
  'package.json',
  'package.nls.json',
  'pricing.json',
  'readme.md',
];

/** A text, alone or with a comment for translators; empty if it is none. */
function textOf(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  const { message } = (entry ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : '';
}

describe('the packed extension', () => {
  const files = packedFiles();
  const names = [...files.keys()];

  it('has these files and no others', () => {
    const kinds = names.map((name) => KINDS.find(([kind]) => kind.test(name))?.[1] ?? name);
    const found = [...new Set(kinds)].filter((name) => !name.startsWith('l10n/'));
    assert.deepStrictEqual(found.toSorted(), CONTENTS);
  });

  it('is smaller than 7 MB', () => {
    const { size } = statSync(vsixFile);
    assert.ok(size < 7_000_000, `${size} bytes`);
  });

  it('has the files that its manifest names', () => {
    const { main, browser, icon, contributes } = manifestOf(files);
    const pictures = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ media }) => Object.values(media.image)),
    );
    const schemas = contributes.jsonValidation.map(({ url }) => url);
    const named = [main, browser, icon, ...schemas, ...pictures].map((path) =>
      path.replace(/^\.\//, ''),
    );
    assert.deepStrictEqual(
      named.filter((path) => !files.has(path)),
      [],
    );
  });

  it('has no picture that no step of the walkthrough shows', () => {
    const { walkthroughs } = manifestOf(files).contributes;
    const shown = walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ media }) => Object.values(media.image)),
    );
    const packed = names.filter((name) => name.startsWith('media/walkthrough/'));
    assert.deepStrictEqual(packed.toSorted(), shown.toSorted());
  });

  it('has each text that its manifest refers to, in every language', () => {
    const keys = [...(files.get('package.json') ?? '').matchAll(/"%([^%"\s]+)%"/g)].map(
      ([, key]) => key ?? '',
    );
    assert.ok(keys.length > 50, String(keys.length));
    for (const name of names.filter((each) => each.startsWith('package.nls.'))) {
      const texts = JSON.parse(files.get(name) ?? '') as Readonly<Record<string, unknown>>;
      const missing = keys.filter((key) => textOf(texts[key]) === '');
      assert.deepStrictEqual(missing, [], name);
      assert.deepStrictEqual(
        Object.keys(texts).filter((key) => !keys.includes(key)),
        [],
        name,
      );
    }
  });
});
