import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../../scripts/host/npm.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import { npmFile } from '../../scripts/release/npmPackage.mjs';
import { projectRoot } from '../support/priceTables';

const CONTENTS = [
  'LICENSE',
  'README.md',
  'THIRD_PARTY_NOTICES',
  'dist/cli.js',
  'media/vocabularies/deepseek.bin',
  'media/vocabularies/gemma3.bin',
  'media/vocabularies/llama3.bin',
  'media/vocabularies/o200k.bin',
  'media/vocabularies/qwen3.bin',
  'media/vocabularies/tekken.bin',
  'package.json',
  'pricing.json',
];

/** The first estimate of a small file, in processor time: what else the machine does is not counted. */
const MOST_MS = 1000;

describe('the package for npm', function () {
  this.timeout(120_000);
  let folder = '';

  before(() => {
    const { path } = temporaryFolder('npm-package');
    folder = path;
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    writeFileSync(join(folder, 'prompt.md'), 'hello world');
    // Offline: the package has no dependencies.
    runNpm(['install', '--offline', '--no-audit', '--no-fund', npmFile], folder);
  });

  it('has these files and no others', () => {
    const listed = runNpm(['pack', '--dry-run', '--json', '--ignore-scripts'], installed());
    const [{ files }] = JSON.parse(listed) as [{ files: readonly { path: string }[] }];
    const names = files.map(({ path }) => path.replaceAll('\\', '/'));
    // Each translation of the extension.
    const languages = readdirSync(join(projectRoot, 'l10n'))
      .filter((name) => name !== 'bundle.l10n.json')
      .map((name) => `l10n/${name}`);
    assert.deepStrictEqual(names.toSorted(), [...CONTENTS, ...languages].toSorted());
  });

  it('has a manifest with the version, the program, and nothing to install or to run', () => {
    const manifest = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8'));
    const own = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    assert.strictEqual(manifest.version, own.version);
    assert.strictEqual(manifest.engines.node, own.engines.node);
    assert.deepStrictEqual(manifest.bin, { 'api-spend': 'dist/cli.js' });
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'private', 'main'])
      assert.ok(!(key in manifest), key);
  });

  it('has a page whose links lead out of it', () => {
    const page = readFileSync(join(installed(), 'README.md'), 'utf8');
    assert.match(page, /npx api-spend/);
    for (const [, target = ''] of page.matchAll(/\]\(([^)]+)\)/g)) assert.match(target, /^https:/);
  });

  it('gives the numbers of the repository’s own program, by its name', () => {
    const args = ['estimate', '--json', '--model', 'openai/o1', 'prompt.md'];
    const byName = runNpm(['exec', '--offline', '--no', '--', 'api-spend', ...args], folder);
    const own = spawnSync(process.execPath, [join(projectRoot, 'dist/cli.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.deepStrictEqual(JSON.parse(byName).files, JSON.parse(own.stdout).files);
  });

  it(`answers for a small file within ${MOST_MS} ms`, () => {
    const measure = join(folder, 'measure.cjs');
    writeFileSync(measure, MEASURE);
    const times = Array.from({ length: 3 }, () => {
      const args = ['--require', measure, join(installed(), 'dist/cli.js'), 'estimate'];
      const run = spawnSync(process.execPath, [...args, 'prompt.md'], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.match(run.stdout, /x cheapest/);
      return Number(run.stderr.trim().split('\n').at(-1));
    });
    assert.ok(Math.min(...times) < MOST_MS && Math.min(...times) > 0, times.join(', '));
  });

  function installed(): string {
    return join(folder, 'node_modules', 'api-spend');
  }
});

/** Writes the processor time of a process, in milliseconds, when it ends. */
const MEASURE = `
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(String((user + system) / 1000));
});
`;
