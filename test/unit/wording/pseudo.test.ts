import assert from 'node:assert/strict';
import { englishBundle, englishManifest } from '../../../scripts/wording/bundles.mjs';
import { bundleProblems } from '../../../scripts/wording/problems.mjs';
import {
  LONG,
  pseudoBundle,
  pseudoManifest,
  pseudoMessage,
  RIGHT_TO_LEFT,
} from '../../../scripts/wording/pseudo.mjs';
import { counted } from '../../../src/wording/language/forms';
import { ENGLISH } from '../../../src/wording/words';

describe('the pseudo-languages', () => {
  it('are two fifths longer and in brackets, or run from right to left', () => {
    assert.equal(pseudoMessage('No price', LONG), '[Ñö přïçé ~~~]'.replace('ř', 'r'));
    assert.match(
      pseudoMessage('No price', RIGHT_TO_LEFT),
      /^[\u05d0-\u05ea]{2} [\u05d0-\u05ea]{5}$/,
    );
    assert.equal(pseudoMessage('{0}, {1}', LONG), '{0}, {1}');
    assert.match(pseudoMessage('see `code` in apiSpend.model', LONG), /`code` .* apiSpend\.model /);
    const forms = pseudoMessage('[one]{0} token[other]{0} tokens', LONG);
    assert.equal(counted(ENGLISH, 2, forms, '2'), '[2 tökéñš ~~]');
  });

  it('pass the check of translations, so that the check fits what is shown', async () => {
    const english = await englishBundle();
    const manifest = englishManifest();
    for (const language of [LONG, RIGHT_TO_LEFT]) {
      const titles = pseudoManifest(manifest, language);
      const problems = bundleProblems('en', english, pseudoBundle(english, language), {}, {});
      assert.deepStrictEqual(problems, []);
      assert.deepStrictEqual(Object.keys(titles), Object.keys(manifest));
    }
  });
});
