import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { deleteFolder, estimate, FOLDER, tokensOf, write } from '../../support/scans';
import { resetWindow, workspaceFile } from '../../support/window';

function link(target: string, path: string): void {
  symlinkSync(target, workspaceFile(`${FOLDER}/${path}`).fsPath);
}

describe('symbolic links among files that are counted', () => {
  beforeEach(resetWindow);
  afterEach(async () => {
    await resetWindow();
    await deleteFolder();
  });

  it('are followed only if they were selected themselves', async () => {
    await write('deep/a.md', 'one two three');
    link('deep', 'link');
    link('deep/a.md', 'link.md');
    link('nowhere', 'broken');
    const folder = await estimate(workspaceFile(`${FOLDER}/link`));
    assert.deepEqual(tokensOf(folder), { 'a.md': 3 });
    const file = await estimate(workspaceFile(`${FOLDER}/link.md`));
    assert.deepEqual(tokensOf(file), { 'link.md': 3 });
    const all = await estimate(workspaceFile(FOLDER));
    assert.deepEqual(tokensOf(all), { 'deep/a.md': 3 });
    assert.deepEqual(all.skipped, [
      { path: 'broken', reason: 'symbolic link' },
      { path: 'link', reason: 'symbolic link' },
      { path: 'link.md', reason: 'symbolic link' },
    ]);
  });
});
