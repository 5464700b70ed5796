import assert from 'node:assert/strict';
import { excludesFileOf, gitFolderOf } from '../../../../src/core/files/gitConfig';

describe('the configuration of git', () => {
  it('names the file of global excludes', () => {
    assert.deepEqual(
      [
        '[core]\n\texcludesFile = ~/.gitignore_global\n',
        '[user]\nname = x\n[CORE]\r\nExcludesfile=/etc/ignore # mine\r\n',
        '[core]\nexcludesfile = "C:\\\\my \\"files\\"/ignore" ; mine\n',
        '[core] excludesFile = /one\n[core]\nexcludesFile = /two',
      ].map(excludesFileOf),
      ['~/.gitignore_global', '/etc/ignore', 'C:\\my "files"/ignore', '/two'],
    );
  });

  it('names none in other sections, in comments and where it is empty', () => {
    for (const config of [
      '',
      '[core]\nexcludesFile =\n',
      '[core "x"]\nexcludesFile = /x',
      '[core]\n# excludesFile = /x',
      '[diff]\nexcludesFile = /x',
    ]) {
      assert.equal(excludesFileOf(config), undefined, config);
    }
  });

  it('says in a .git file where the repository is', () => {
    assert.equal(gitFolderOf('gitdir: ../.git/worktrees/a b\n'), '../.git/worktrees/a b');
    assert.equal(gitFolderOf('other'), undefined);
    assert.equal(gitFolderOf('gitdir: \n'), undefined);
  });

  it('takes no longer for lines of blanks', () => {
    const blanks = ' '.repeat(200_000);
    assert.equal(excludesFileOf(`[core]\nexcludesfile = a${blanks}x`), `a${blanks}x`);
    assert.equal(gitFolderOf(`gitdir: a${blanks}x${blanks}`), `a${blanks}x`);
  });
});
