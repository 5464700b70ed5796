import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/priceTables';

describe('the bundles', () => {
  for (const bundle of ['extension.js', 'web/extension.js', 'cli.js']) {
    it(`know the price table that they ship with: ${bundle}`, () => {
      const code = readFileSync(join(projectRoot, 'dist', bundle), 'utf8');
      assert.ok(
        code.includes(sha256Of('pricing.json')),
        'build again: the start checks each row of an unknown table',
      );
    });
  }

  it('know the list of vocabularies that they ship with, where a command compares it', () => {
    const parts = readdirSync(join(projectRoot, 'dist/parts'));
    const work = parts.find((name) => /^work-.*\.js$/.test(name)) ?? 'no part';
    for (const bundle of [join('parts', work), 'web/extension.js']) {
      const code = readFileSync(join(projectRoot, 'dist', bundle), 'utf8');
      assert.ok(code.includes(sha256Of('media/vocabularies/manifest.json')), bundle);
    }
  });
});

function sha256Of(file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(projectRoot, file)))
    .digest('hex');
}
