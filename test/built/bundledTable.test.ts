import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/priceTables';

describe('the bundles', () => {
  for (const bundle of ['extension.js', 'web/extension.js', 'cli.js']) {
    it(`know the price table that they ship with: ${bundle}`, () => {
      const table = readFileSync(join(projectRoot, 'pricing.json'));
      const sha256 = createHash('sha256').update(table).digest('hex');
      const code = readFileSync(join(projectRoot, 'dist', bundle), 'utf8');
      assert.ok(
        code.includes(sha256),
        'build again: the start checks each row of an unknown table',
      );
    });
  }
});
