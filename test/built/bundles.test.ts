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

  it('call the network in one place alone, and only through fetch', () => {
    const uses = [
      'dist/extension.js',
      'dist/web/extension.js',
      'dist/cli.js',
      'dist/report/main.js',
    ].map((name) => {
      const text = readFileSync(join(projectRoot, name), 'utf8');
      const found = text.match(
        /(?<![\w.$"'])fetch(?![\w$"':])|XMLHttpRequest|WebSocket|EventSource|sendBeacon|require\("(?:node:)?(?:https?|net|tls|dgram)"\)/g,
      );
      return [name, found ?? []];
    });
    assert.deepStrictEqual(uses, [
      ['dist/extension.js', ['fetch']],
      ['dist/web/extension.js', ['fetch']],
      ['dist/cli.js', []],
      // @vscode/l10n could fetch translations; the page hands them in, and its content security policy forbids requests.
      ['dist/report/main.js', ['fetch']],
    ]);
  });

  it('keep the main bundle under 400 kB', () => {
    assert.ok(statSync(join(projectRoot, manifest.main)).size < 400_000);
  });
});
