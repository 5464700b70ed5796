import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bomFile } from '../../scripts/extensionPackage.mjs';
import { bundledPackages } from '../../scripts/packaging/bundledPackages.mjs';
import { projectRoot } from '../support/priceTables';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly type: string;
  readonly purl?: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly unknown[];
}

describe('the software bill of materials', () => {
  const bom = JSON.parse(readFileSync(bomFile, 'utf8')) as {
    readonly bomFormat: string;
    readonly specVersion: string;
    readonly components: readonly Component[];
  };
  const packages = bom.components.filter(({ type }) => type === 'library');
  const data = bom.components.filter(({ type }) => type === 'data');

  it('is CycloneDX', () => {
    assert.deepStrictEqual([bom.bomFormat, bom.specVersion], ['CycloneDX', '1.5']);
  });

  it('has each package in the bundles with address, licence and hash, and no other', () => {
    const named = (each: Pick<Component, 'name' | 'version'>) => `${each.name}@${each.version}`;
    assert.deepStrictEqual(packages.map(named).toSorted(), bundledPackages().map(named).toSorted());
    for (const { name, version, purl, hashes, licenses } of packages) {
      assert.strictEqual(decodeURIComponent(purl ?? ''), `pkg:npm/${name}@${version}`);
      assert.ok(hashes.length > 0 && licenses.length > 0, name);
    }
  });

  it('has each vocabulary with the hash of the file that ships', () => {
    assert.strictEqual(data.length, 6);
    for (const { name, hashes } of data) {
      const bytes = readFileSync(join(projectRoot, name));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      assert.deepStrictEqual(hashes, [{ alg: 'SHA-256', content: sha256 }]);
    }
  });
});
