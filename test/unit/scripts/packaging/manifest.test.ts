import assert from 'node:assert/strict';
import { packagedManifest } from '../../../../scripts/packaging/manifest.mjs';

describe('packagedManifest', () => {
  const manifest = { name: 'a', scripts: { build: 'b' }, devDependencies: { c: '1.0.0' } };

  it('has the addresses that follow from the one of the repository', () => {
    assert.deepStrictEqual(packagedManifest(manifest, 'https://github.com/a/b'), {
      name: 'a',
      repository: { type: 'git', url: 'https://github.com/a/b.git' },
      homepage: 'https://github.com/a/b#readme',
      bugs: { url: 'https://github.com/a/b/issues' },
    });
  });

  it('keeps what the manifest says itself', () => {
    const own = { ...manifest, homepage: 'https://example.org' };
    assert.strictEqual(
      packagedManifest(own, 'https://github.com/a/b')['homepage'],
      'https://example.org',
    );
  });

  it('makes up no address', () => {
    assert.deepStrictEqual(packagedManifest(manifest, undefined), { name: 'a' });
  });
});
