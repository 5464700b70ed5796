import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
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

  it('let a start read less than 400 kB of code, without what only commands need', () => {
    const files = filesOfStart(join(projectRoot, manifest.main));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    assert.ok(bytes < 400_000, `${bytes} bytes`);
    const later = partsOfMain().filter((name) => !files.includes(join(projectRoot, name)));
    assert.ok(
      later.some((name) => basename(name).startsWith('work-')),
      String(later),
    );
  });
});

function partsOfMain(): readonly string[] {
  return readdirSync(join(projectRoot, 'dist/parts'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join('dist/parts', name));
}

/** The files that Node reads when it loads the extension, before a command runs. */
function filesOfStart(main: string): readonly string[] {
  const script = `
    const load = require('node:module')._load;
    const anything = new Proxy(class {}, { get: (of, name) => of[name] ?? anything });
    require('node:module')._load = (name, ...more) => name === 'vscode' ? anything : load(name, ...more);
    require(process.argv[1]);
    console.log(JSON.stringify(Object.keys(require.cache)));
  `;
  const output = execFileSync(process.execPath, ['-e', script, main], { encoding: 'utf8' });
  return JSON.parse(output) as readonly string[];
}
