import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeOnlyTests } from '../../../scripts/testing/nodeOnlyTests.mjs';
import { projectRoot } from '../../support/priceTables';

describe('the list of integration tests that need Node', () => {
  for (const [file, reason] of Object.entries(nodeOnlyTests))
    it(`is right about ${file}: ${reason}`, () => {
      const text = readFileSync(join(projectRoot, 'test', 'integration', file), 'utf8');
      assert.match(text, /from 'node:(?!assert\/strict')/);
    });
});
