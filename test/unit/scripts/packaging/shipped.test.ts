import assert from 'node:assert/strict';
import { advisoriesOn } from '../../../../scripts/packaging/advisories.mjs';
import { packageFoldersIn } from '../../../../scripts/packaging/bundledPackages.mjs';
import { withPackages } from '../../../../scripts/packaging/notices.mjs';
import { shippedBill } from '../../../../scripts/packaging/sbom.mjs';

describe('packageFoldersIn', () => {
  it('has the packages whose code is in a bundle, each once', () => {
    const inputs = {
      'src/a.ts': { bytesInOutput: 5 },
      'node_modules/b/index.js': { bytesInOutput: 5 },
      'node_modules/b/more.js': { bytesInOutput: 5 },
      'node_modules/@scope/a/index.js': { bytesInOutput: 5 },
      'node_modules/b/node_modules/c/index.js': { bytesInOutput: 5 },
      'node_modules/unused/index.js': { bytesInOutput: 0 },
    };
    assert.deepStrictEqual(packageFoldersIn({ 'dist/x.js': { inputs } }), [
      'node_modules/@scope/a',
      'node_modules/b',
      'node_modules/b/node_modules/c',
    ]);
  });
});

describe('advisoriesOn', () => {
  const cause = { title: 'Endless loop', url: 'https://example.org/1' };
  const report = {
    vulnerabilities: {
      a: { name: 'a', severity: 'high', via: [cause] },
      b: { name: 'b', severity: 'low', via: ['a'] },
    },
  };

  it('has those on packages that ship', () => {
    assert.deepStrictEqual(advisoriesOn(report, ['a']), [
      'a (high): Endless loop https://example.org/1',
    ]);
    assert.deepStrictEqual(advisoriesOn(report, ['c']), []);
  });

  it('knows nothing without an answer of the registry', () => {
    assert.strictEqual(advisoriesOn({ statusCode: 405 }, ['a']), undefined);
  });
});

describe('withPackages', () => {
  const rule = `\n${'='.repeat(80)}\n\n`;
  const notice = { name: 'a', version: '1.0.0', licence: 'MIT', text: 'MIT License\n' };

  it('replaces the parts on packages and keeps the others', () => {
    const before = `By hand\n${rule}npm package old 1.0.0 (bundled; MIT)\n\nText\n`;
    const after = `By hand\n${rule}npm package a 1.0.0 (bundled; MIT)\n\nMIT License\n`;
    assert.strictEqual(withPackages(before, [notice]), after);
    assert.strictEqual(withPackages(after, [notice]), after);
  });
});

describe('shippedBill', () => {
  const component = { 'bom-ref': 'api-spend@1.0.0', name: 'folder', version: '1.0.0' };
  const npm = {
    metadata: { component },
    components: [
      { 'bom-ref': 'a@1', name: 'a', version: '1', scope: 'optional', properties: [] },
      { 'bom-ref': 'a@2', name: 'a', version: '2', scope: 'optional', properties: [] },
      { 'bom-ref': 'dev@1', name: 'dev', version: '1', scope: 'optional', properties: [] },
    ],
    dependencies: [],
  };
  const vocabulary = {
    file: 'v.bin',
    package: 'p',
    version: '2',
    licence: 'MIT',
    sha256: 'ab',
  };

  it('has what ships as required, and the vocabularies', () => {
    const { components, dependencies, metadata } = shippedBill(
      npm,
      [{ name: 'a', version: '1' }],
      [vocabulary],
    );
    assert.deepStrictEqual(
      components.map(({ name, scope }) => [name, scope]),
      [
        ['a', 'required'],
        ['media/vocabularies/v.bin', 'required'],
      ],
    );
    assert.deepStrictEqual(dependencies, [
      { ref: 'api-spend@1.0.0', dependsOn: ['a@1', 'vocabulary:v.bin'] },
    ]);
    assert.strictEqual(metadata.component.name, 'api-spend');
  });
});
