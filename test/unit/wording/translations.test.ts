import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import {
  bundlePath,
  committedLanguages,
  englishBundle,
  englishManifest,
  inOrder,
  jsonText,
  LANGUAGES,
  manifestPath,
  readJson,
  type Bundle,
  type TranslatedManifest,
} from '../../../scripts/wording/bundles.mjs';
import { bundleProblems, manifestProblems } from '../../../scripts/wording/problems.mjs';

const manifest = englishManifest();

function textOf(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}

describe('the translations', () => {
  it('are of languages that the docs name', () => {
    const unknown = committedLanguages().filter((language) => !LANGUAGES.includes(language));
    assert.deepStrictEqual(unknown, []);
  });

  it('start from a bundle that has the messages of the source', async () => {
    const written = await jsonText(await englishBundle());
    assert.equal(textOf(bundlePath()), written, 'run npm run l10n:extract');
  });

  for (const language of committedLanguages()) {
    it(`of ${language} have every message, with its placeholders and forms, and no other`, async () => {
      const english = await englishBundle();
      const bundle = readJson(bundlePath(language)) as Bundle;
      const titles = readJson(manifestPath(language)) as TranslatedManifest;
      assert.deepStrictEqual(bundleProblems(language, english, bundle, manifest, titles), []);
      assert.deepStrictEqual(manifestProblems(manifest, titles), []);
    });

    it(`of ${language} have the order of English`, async () => {
      const keys = [Object.keys(await englishBundle()), Object.keys(manifest)];
      for (const [index, path] of [bundlePath(language), manifestPath(language)].entries()) {
        if (!existsSync(path)) continue;
        const ordered = inOrder(keys[index] ?? [], readJson(path) as Record<string, unknown>);
        assert.equal(textOf(path), await jsonText(ordered), 'run npm run l10n:extract');
      }
    });
  }
});

describe('the check of a translation', () => {
  const problemsOf = (message: string, translation: string | undefined, language = 'de') =>
    bundleProblems(
      language,
      { [message]: message },
      translation === undefined ? {} : { [message]: translation },
      { 'command.updatePrices': 'Update Prices…' },
      { 'command.updatePrices': { message: 'Preise aktualisieren…', comment: ['Update Prices…'] } },
    ).map((problem) => problem.replace(`${JSON.stringify(message)} `, ''));

  it('finds a missing, an empty and an unused message', () => {
    assert.deepStrictEqual(problemsOf('Cost', undefined), ['is missing']);
    assert.deepStrictEqual(problemsOf('Cost', ''), ['is empty']);
    assert.deepStrictEqual(problemsOf('Cost', 'Kosten'), []);
    assert.deepStrictEqual(bundleProblems('de', {}, { Cost: 'Kosten' }, {}, {}), [
      '"Cost" is not used',
    ]);
  });

  it('finds a placeholder that is dropped or invented, in each form', () => {
    assert.deepStrictEqual(problemsOf('{0} of {1}', '{1} von {0}'), []);
    assert.deepStrictEqual(problemsOf('{0} of {1}', 'von {0}'), ['drops {1}']);
    assert.deepStrictEqual(problemsOf('Cost', 'Kosten {0}'), ['invents {0}']);
    const files = '[one]{0} file in {1}[other]{0} files in {1}';
    assert.deepStrictEqual(problemsOf(files, '[one]{0} Datei in {1}[other]{0} Dateien'), [
      'drops {1}',
    ]);
    assert.deepStrictEqual(problemsOf(files, '[one]eine Datei in {1}[other]{0} Dateien in {1}'), [
      'drops {0}',
    ]);
    const selections = '[one]the selection[other]{0} selections';
    assert.deepStrictEqual(problemsOf(selections, '[one]{0} Auswahl[other]{0} Auswahlen'), []);
    assert.deepStrictEqual(problemsOf(selections, '[one]die Auswahl[other]{0} Auswahlen'), []);
  });

  it('finds forms that the language lacks or does not have', () => {
    const files = '[one]{0} file[other]{0} files';
    assert.deepStrictEqual(problemsOf(files, '{0} Dateien'), ['lacks [one]']);
    assert.deepStrictEqual(problemsOf(files, '{0} 個のファイル', 'ja'), []);
    assert.deepStrictEqual(problemsOf(files, '[one]{0} 個[other]{0} 個', 'ja'), [
      'has [one], which is never used',
    ]);
    assert.deepStrictEqual(
      problemsOf(files, '[one]{0} fichier[many]{0} de fichiers[other]{0} fichiers', 'fr'),
      [],
    );
    assert.deepStrictEqual(problemsOf(files, 'x [one]{0} Datei[other]{0} Dateien'), [
      'has text before its first form',
      'drops {0}',
    ]);
    assert.deepStrictEqual(problemsOf('Cost', '[other]Kosten'), [
      'has no forms in English, so none is chosen',
    ]);
  });

  it('finds a setting, an option or a command that is not named as it is', () => {
    assert.deepStrictEqual(problemsOf('Set apiSpend.model', 'Modell setzen'), [
      'lacks apiSpend.model',
    ]);
    assert.deepStrictEqual(problemsOf('add --all', '--alle angeben'), ['lacks --all']);
    assert.deepStrictEqual(problemsOf('run "API Spend: Update Prices…"', 'Update Prices… nutzen'), [
      'does not name the command "Preise aktualisieren…"',
    ]);
  });

  it('finds a translation of the manifest that was made from another text', () => {
    const entry = { message: 'Kosten', comment: ['Costs'] } as const;
    assert.deepStrictEqual(manifestProblems({ title: 'Cost' }, { title: entry }), [
      'title was made from other English: "Costs"',
    ]);
    assert.deepStrictEqual(manifestProblems({ title: 'Costs' }, { title: entry }), []);
  });
});
