import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/priceTables';

/** What writes, moves or deletes files, by VS Code, its editors or Node. */
const WRITES =
  /\b(?:writeFile|appendFile|createWriteStream|createDirectory|mkdir|rmdir|unlink|WorkspaceEdit|applyEdit|saveAll|registerFileSystemProvider)\w*|\bwriteWhole\(|\bfs\s*\??\.\s*(?:delete|rename|copy)\b|\.(?:edit|save|saveAs)\(/g;

/** What runs a program. */
const RUNS =
  /\b(?:child_process|worker_threads|createTerminal|executeTask|ShellExecution|ProcessExecution)\b|\bworkbench\.action\.(?:terminal|tasks)\b/g;

/** What writes settings. */
const SETTINGS = /\bconfiguration\.update\b|\bgetConfiguration\([^()]*\)\s*\??\.\s*update\b/g;

/** Source files that have a pattern, with what they have of it. */
function uses(pattern: RegExp): readonly string[] {
  const root = join(projectRoot, 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const found = readFileSync(join(root, file), 'utf8').match(pattern) ?? [];
      return found.map((use) => `${file.replaceAll('\\', '/')}: ${use}`);
    })
    .toSorted();
}

describe('the source', () => {
  it('writes no file but loaded prices, in its own storage, and exports that the user saves', () => {
    assert.deepStrictEqual(uses(WRITES), [
      'editor/prices/loadedTables.ts: createDirectory',
      'editor/prices/loadedTables.ts: fs.delete',
      'editor/prices/loadedTables.ts: writeWhole(',
      'editor/report/exports.ts: writeWhole(',
      'editor/wholeFile.ts: fs.delete',
      'editor/wholeFile.ts: fs.rename',
      'editor/wholeFile.ts: writeFile',
      'editor/wholeFile.ts: writeFile',
      'editor/wholeFile.ts: writeFile',
      'editor/wholeFile.ts: writeWhole(',
    ]);
  });

  it('writes settings in one place', () => {
    assert.deepStrictEqual(uses(SETTINGS), ['editor/settings/write.ts: configuration.update']);
  });

  it('runs no program', () => {
    assert.deepStrictEqual(uses(RUNS), []);
  });
});

describe('the search for what writes and runs', () => {
  it('finds it as code has it', () => {
    const code = `await workspace.fs.rename(a, b); await workspace.applyEdit(edit); document.save();
      writeFileSync(a); editor.edit((change) => change); fs?.copy(a, b)`;
    assert.deepStrictEqual(code.match(WRITES), [
      'fs.rename',
      'applyEdit',
      '.save(',
      'writeFileSync',
      '.edit(',
      'fs?.copy',
    ]);
    assert.deepStrictEqual("window.createTerminal(); import('node:child_process')".match(RUNS), [
      'createTerminal',
      'child_process',
    ]);
    const settings = "workspace.getConfiguration('a').update(b); configuration.update(c)";
    assert.strictEqual(settings.match(SETTINGS)?.length, 2);
  });
});
