import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../../../scripts/humanError.mjs';
import { checkFiles, checksums } from '../../../../scripts/release/checksums.mjs';
import { publishCommand, REGISTRIES } from '../../../../scripts/release/commands.mjs';
import { npmManifest } from '../../../../scripts/release/npmPackage.mjs';

const files = { vsix: 'a.vsix', npm: 'a.tgz' };
const release = { version: '1.0.0', channel: 'release', files } as const;
const preRelease = { version: '1.1.0', channel: 'pre-release', files } as const;

describe('the commands that publish', () => {
  it('say to the Marketplace and to npm which channel it is', () => {
    const marked = REGISTRIES.map((each) => publishCommand(each, preRelease).args.slice(-1)[0]);
    assert.deepStrictEqual(marked, ['--pre-release', '--trusted-publishing', '--tag=next']);
    assert.ok(!publishCommand('marketplace', release).args.includes('--pre-release'));
    assert.ok(publishCommand('npm', release).args.includes('--tag=latest'));
  });

  it('name the files that were built', () => {
    for (const registry of REGISTRIES) {
      const file = registry === 'npm' ? files.npm : files.vsix;
      const { args } = publishCommand(registry, release);
      assert.ok(args.some((each) => each === file || each.endsWith(`=${file}`)));
    }
  });

  it('sign in with the identity of the workflow, at the Marketplace in one of two ways', () => {
    const signIns = [{}, { byEntra: true }].map((options) =>
      publishCommand('marketplace', release, options).args.filter((each) =>
        /oidc|azure|pat/.test(each.replace('--packagePath', '')),
      ),
    );
    assert.deepStrictEqual(signIns, [['--oidc'], ['--azure-credential']]);
    assert.ok(publishCommand('open-vsx', release).args.includes('--trusted-publishing'));
  });
});

describe('the checksums of a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'api-spend-checksums-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are those of sha256sum, and tell of a file that has changed', () => {
    writeFileSync(join(folder, 'a'), 'hello');
    const lines = checksums(folder, ['a']);
    // echo -n hello | sha256sum
    const sum = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
    assert.equal(lines, `${sum}  a\n`);
    writeFileSync(join(folder, 'SHA256SUMS'), lines);
    assert.deepStrictEqual(checkFiles(folder), ['a']);
    writeFileSync(join(folder, 'a'), 'hallo');
    assert.throws(() => checkFiles(folder), HumanError);
  });
});

describe('the manifest of the package for npm', () => {
  const manifest = {
    name: 'api-spend',
    version: '1.0.0',
    private: true,
    engines: { vscode: '^1.100.0', node: '>=20.20.0' },
    bin: { 'api-spend': 'dist/cli.js' },
    scripts: { build: 'x' },
    main: './dist/extension.js',
    contributes: {},
  };

  it('has the address of the repository, which provenance needs, and nothing of the extension', () => {
    const packed = npmManifest(manifest, 'https://github.com/a/b') as Record<string, unknown>;
    assert.deepStrictEqual(packed['repository'], {
      type: 'git',
      url: 'https://github.com/a/b.git',
    });
    assert.deepStrictEqual(packed['engines'], { node: '>=20.20.0' });
    for (const key of ['main', 'contributes', 'scripts', 'private'])
      assert.ok(!(key in packed), key);
  });
});
