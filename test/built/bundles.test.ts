import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/priceTables';

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
}

describe('the bundles', () => {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as Manifest;

  it('are the files that the manifest names', () => {
    for (const name of [manifest.main, manifest.browser, manifest.icon]) {
      assert.ok(existsSync(join(projectRoot, name)), name);
    }
  });

  it('keep the main bundle under 400 kB', () => {
    assert.ok(statSync(join(projectRoot, manifest.main)).size < 400_000);
  });
});
