import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from '../../scripts/packaging/bundledPackages.mjs';
import { noticeOf, withPackages } from '../../scripts/packaging/notices.mjs';
import { projectRoot } from '../support/priceTables';

interface Vocabulary {
  readonly file: string;
  readonly package: string;
  readonly version: string;
}

describe('THIRD_PARTY_NOTICES', () => {
  const notices = readFileSync(join(projectRoot, 'THIRD_PARTY_NOTICES'), 'utf8');

  it('has the licence of each package in the bundles; if not, run: npm run notices', () => {
    const packages = bundledPackages();
    assert.ok(packages.length > 10, String(packages.length));
    assert.strictEqual(notices, withPackages(notices, packages.map(noticeOf)));
  });

  it('names each vocabulary with the package and version that it is from', () => {
    const manifest = readFileSync(join(projectRoot, 'media/vocabularies/manifest.json'), 'utf8');
    for (const { file, package: origin, version } of JSON.parse(manifest) as Vocabulary[]) {
      const line = notices.split('\n').find((each) => each.includes(`media/vocabularies/${file}`));
      assert.ok(line !== undefined, file);
      assert.ok(notices.includes(`${origin} ${version}`), `${origin} ${version}`);
    }
  });

  it('names each package of prices with its version', () => {
    const table = readFileSync(join(projectRoot, 'pricing.json'), 'utf8');
    const { generatedFrom } = JSON.parse(table) as { readonly generatedFrom: readonly string[] };
    for (const source of generatedFrom) {
      const [, name = '', version = ''] = /^(.+)@(.+)$/.exec(source) ?? [];
      assert.ok(notices.includes(`${name} ${version}`), source);
    }
  });
});
