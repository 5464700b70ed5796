import assert from 'node:assert/strict';
import {
  excludesFileOf,
  gitFolderOf,
  type GitConfigFile,
} from '../../../../src/core/files/gitConfig';

/** The excludes file of the first of several configuration files, by path. */
async function excludesOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const open = async (place: string): Promise<GitConfigFile<string> | undefined> => {
    const text = files[place];
    return Promise.resolve(text === undefined ? undefined : { place, text });
  };
  const first = await open(Object.keys(files)[0] ?? '');
  return first && excludesFileOf(first, open);
}

describe('the git configuration', () => {
  it('has the path of the global excludes', async () => {
    for (const [config, path] of [
      ['[core]\n\texcludesFile = ~/.gitignore_global\n', '~/.gitignore_global'],
      ['[user]\nname = x\n[CORE]\r\nExcludesfile=/etc/ignore # mine\r\n', '/etc/ignore'],
      ['[core]\nexcludesfile = "C:\\\\my \\"files\\"/ignore" ; mine\n', 'C:\\my "files"/ignore'],
      ['[core] excludesFile = /one\n[core]\nexcludesFile = /two', '/two'],
    ] as const) {
      assert.equal(await excludesOf({ config }), path);
    }
  });

  it('has none in other sections, in comments, and if the value is empty', async () => {
    for (const config of [
      '',
      '[core]\nexcludesFile =\n',
      '[core "x"]\nexcludesFile = /x',
      '[core]\n# excludesFile = /x',
      '[diff]\nexcludesFile = /x',
      '[include]\nexcludesFile = /x',
      '[core]\npath = other',
    ]) {
      assert.equal(
        await excludesOf({ config, other: '[core]\nexcludesFile = /y' }),
        undefined,
        config,
      );
    }
  });

  it('includes files in place, without conditional includes', async () => {
    const other = '[core]\nexcludesFile = /other';
    const own = '[core]\nexcludesFile = /own';
    const include = '[include]\npath = other';
    assert.equal(await excludesOf({ config: `${own}\n${include}`, other }), '/other');
    assert.equal(await excludesOf({ config: `${include}\n${own}`, other }), '/own');
    assert.equal(await excludesOf({ config: `${own}\n${include}`, other: '[core]' }), '/own');
    assert.equal(await excludesOf({ config: `${own}\n${include}` }), '/own');
    const conditional = '[includeIf "gitdir:~/clients/"]\npath = other';
    assert.equal(await excludesOf({ config: `${own}\n${conditional}`, other }), '/own');
  });

  it('stops at circular includes', async () => {
    const config = '[core]\nexcludesFile = /own\n[include]\npath = config';
    assert.equal(await excludesOf({ config }), '/own');
  });

  it('has the path of the repository in a .git file', () => {
    assert.equal(gitFolderOf('gitdir: ../.git/worktrees/a b\n'), '../.git/worktrees/a b');
    assert.equal(gitFolderOf('other'), undefined);
    assert.equal(gitFolderOf('gitdir: \n'), undefined);
  });

  it('parses long lines of blanks in linear time', async () => {
    const blanks = ' '.repeat(200_000);
    assert.equal(await excludesOf({ config: `[core]\nexcludesfile = a${blanks}x` }), `a${blanks}x`);
    assert.equal(gitFolderOf(`gitdir: a${blanks}x${blanks}`), `a${blanks}x`);
  });
});
