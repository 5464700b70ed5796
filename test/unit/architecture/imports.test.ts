import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../support/priceTables';

/** A file that breaks a rule of its room, and a word of the message that must follow. */
const VIOLATIONS: readonly [file: string, source: string, message: string][] = [
  ['src/core/estimate/a.ts', "import { window } from 'vscode'; window;", 'core is pure'],
  ['src/core/tokens/a.ts', "import { readFileSync } from 'node:fs'; readFileSync;", 'core is pure'],
  ['src/core/pricing/a.ts', "import { h } from 'preact'; h;", 'core is pure'],
  ['src/core/estimate/b.ts', "import { x } from '../../editor/x'; x;", 'nothing outside core'],
  ['src/core/figures/a.ts', "import { x } from '../../wording/x'; x;", 'nothing outside core'],
  ['src/core/tokens/b.ts', "import { x } from '../pricing/x'; x;", 'tokens knows'],
  ['src/core/tokens/engine/b.ts', "import { x } from '../../pricing/x'; x;", 'tokens knows'],
  ['src/core/pricing/b.ts', "import { x } from '../tokens/x'; x;", 'pricing knows'],
  [
    'src/core/pricing/rates/c.ts',
    "import type { X } from '../../estimate/x'; export type Y = X;",
    'pricing knows',
  ],
  ['src/core/figures/b.ts', "import { x } from '../estimate/x'; x;", 'figures knows'],
  ['src/core/figures/c.ts', "import { x } from '../scheduling/x'; x;", 'figures knows'],
  ['src/core/scenario/b.ts', "import { x } from '../figures/x'; x;", 'scenario knows'],
  ['src/core/scenario/a.ts', "import { x } from '../estimate/x'; x;", 'scenario knows'],
  ['src/core/scenario/c.ts', "import { x } from '../team/x'; x;", 'scenario knows'],
  ['src/core/pricing/d.ts', "import { x } from '../team/x'; x;", 'pricing knows'],
  ['src/core/team/a.ts', "import { x } from '../estimate/x'; x;", 'team knows'],
  ['src/core/diagnosis/a.ts', "import { x } from '../files/x'; x;", 'diagnosis knows'],
  ['src/core/scheduling/a.ts', "import { x } from '../files/x'; x;", 'scheduling knows'],
  ['src/core/files/a.ts', "import { x } from '../pricing/x'; x;", 'files knows'],
  ['src/core/files/b.ts', "import { x } from '../tokens/counters'; x;", 'files knows'],
  ['src/core/media/a.ts', "import { x } from '../estimate/x'; x;", 'media knows'],
  ['src/core/media/read/b.ts', "import { x } from '../../requests/x'; x;", 'media knows'],
  ['src/core/requests/a.ts', "import { x } from '../pricing/x'; x;", 'requests knows'],
  ['src/core/fileCounts/b.ts', "import { x } from '../pricing/x'; x;", 'fileCounts knows'],
  ['src/core/requests/parts/b.ts', "import { x } from '../../tokens/x'; x;", 'requests knows'],
  ['src/core/scheduling/b.ts', "import { x } from '../tokens/x'; x;", 'scheduling knows'],
  ['src/core/export/a.ts', "import { x } from '../files/x'; x;", 'reads no files'],
  ['src/core/estimate/f.ts', "import { x } from '../export/x'; x;", 'who shows it'],
  ['src/core/charts/a.ts', "import { x } from '../export/x'; x;", 'charts does not'],
  ['src/core/estimate/c.ts', "console.log('x');", 'console'],
  ['src/core/estimate/d.ts', 'export const now = Date.now();', 'time as an argument'],
  ['src/core/estimate/e.ts', 'export const x = Buffer.from([]);', 'Buffer'],
  ['src/wording/a.ts', "import { l10n } from 'vscode'; l10n;", 'wording is pure'],
  ['src/wording/b.ts', "import { x } from '../editor/x'; x;", 'core alone'],
  ['src/wording/c.ts', "import { readFileSync } from 'fs'; readFileSync;", 'wording is pure'],
  ['src/protocol/b.ts', "import { readFileSync } from 'fs'; readFileSync;", 'shared by the editor'],
  ['src/protocol/a.ts', "import { x } from '../editor/x'; x;", 'core alone'],
  ['src/editor/a.ts', "import { readFileSync } from 'node:fs'; readFileSync;", 'browser hosts too'],
  ['src/editor/b.ts', "import { x } from '../report/x'; x;", 'through protocol'],
  ['src/editor/c.ts', 'export const x = Buffer.from([]);', 'Buffer'],
  ['src/editor/d.ts', "void fetch('https://example.com');", 'fetch'],
  ['src/editor/lenses/a.ts', "import { x } from '../../report/x'; x;", 'through protocol'],
  ['src/editor/lenses/b.ts', "import { x } from '../statusBar/x'; x;", 'a feature never'],
  ['src/editor/report/b.ts', "import { x } from '../files/x'; x;", 'a feature never'],
  ['src/editor/programs/tool/b.ts', "import { x } from '../../files/x'; x;", 'a feature never'],
  ['src/editor/programs/tool/c.ts', "import { x } from '../../commands'; x;", 'extension.ts'],
  [
    'src/editor/programs/tool/d.ts',
    "import { x } from '../../../report/x'; x;",
    'through protocol',
  ],
  ['src/editor/live/b.ts', "import { x } from '../comparison/x'; x;", 'a feature never'],
  ['src/editor/subject/b.ts', "import { x } from '../live/x'; x;", 'downwards'],
  ['src/editor/settings/b.ts', "import { x } from '../prices/x'; x;", 'downwards'],
  ['src/editor/prices/b.ts', "import { x } from '../counting/x'; x;", 'downwards'],
  ['src/editor/counting/b.ts', "import { x } from '../live/x'; x;", 'downwards'],
  ['src/editor/picks/b.ts', "import { x } from '../comparison/x'; x;", 'a feature never'],
  ['src/editor/statusBar/b.ts', "import { x } from '../comparison/x'; x;", 'a feature never'],
  ['src/editor/scenario/b.ts', "import { x } from '../comparison/x'; x;", 'a feature never'],
  ['src/editor/diagnosis/b.ts', "import { x } from '../report/x'; x;", 'a feature never'],
  ['src/editor/tour/b.ts', "import { x } from '../report/x'; x;", 'a feature never'],
  ['src/editor/priceSheet/b.ts', "import { x } from '../comparison/x'; x;", 'a feature never'],
  ['src/editor/files/b.ts', "import { x } from '../comparison/x'; x;", 'a feature never'],
  ['src/editor/live/c.ts', "import { x } from '../picks/x'; x;", 'downwards'],
  ['src/editor/comparison/b.ts', "import { x } from '../commands'; x;", 'extension.ts'],
  ['src/report/a.ts', "import { window } from 'vscode'; window;", 'DOM only'],
  ['src/report/b.ts', "import { x } from '../editor/x'; x;", 'core, protocol and wording'],
  ['src/report/parts/b.ts', "import { x } from '../../editor/x'; x;", 'core, protocol and wording'],
  ['src/cli/a.ts', "import { x } from '../report/x'; x;", 'core and wording'],
];

describe('import rules of the rooms', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'api-spend-lint-'));
    copyFileSync(join(projectRoot, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  function lint(): { filename: string; message: string }[] {
    const oxlint = join(projectRoot, 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { filename: string; message: string; help?: string }[];
    };
    return diagnostics.map(({ filename, message, help }) => ({
      filename: filename.replaceAll('\\', '/'),
      message: `${message} ${help ?? ''}`,
    }));
  }

  it('are shown to be broken for every room', () => {
    for (const parent of ['src', 'src/core', 'src/editor']) {
      const rooms = readdirSync(join(projectRoot, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !['core', 'editor'].includes(entry.name))
        .map(({ name }) => `${parent}/${name}/`);
      for (const room of rooms)
        assert.ok(
          VIOLATIONS.some(([file]) => file.startsWith(room)),
          room,
        );
    }
  });

  it('fails the linter on each way to break one', () => {
    assert.equal(new Set(VIOLATIONS.map(([file]) => file)).size, VIOLATIONS.length);
    for (const [file, source] of VIOLATIONS) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${source}\n`);
    }
    const found = lint();
    const missed = VIOLATIONS.filter(
      ([file, , expected]) =>
        !found.some(({ filename, message }) => filename === file && message.includes(expected)),
    );
    assert.deepStrictEqual(missed, [], JSON.stringify(found, null, 1));
  });
});
