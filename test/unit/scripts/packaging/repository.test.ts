import assert from 'node:assert/strict';
import {
  repositoryAddress,
  repositoryPage,
  repositoryPages,
} from '../../../../scripts/packaging/repository.mjs';

describe('repositoryPage', () => {
  it('reads what git clone takes', () => {
    for (const url of [
      'https://github.com/owner/name',
      'https://github.com/owner/name.git',
      'git+https://github.com/owner/name.git',
      'git://github.com/owner/name.git',
      'ssh://git@github.com:22/owner/name.git',
      'git@github.com:owner/name.git',
      'git@github.com:/owner/name/',
    ])
      assert.strictEqual(repositoryPage(url), 'https://github.com/owner/name', url);
  });

  it('leaves names and passwords out', () => {
    const url = 'https://someone:secret@github.com/owner/name.git';
    assert.strictEqual(repositoryPage(url), 'https://github.com/owner/name');
  });

  it('knows no page of a folder, or of a host that others do not reach', () => {
    for (const url of [
      '/srv/git/name.git',
      '../name',
      'file:///srv/git/name',
      'C:\\git\\name',
      'http://localhost/owner/name',
      'git@10.0.0.1:owner/name.git',
      'https://github.com/',
      '',
    ])
      assert.strictEqual(repositoryPage(url), undefined, url);
  });
});

describe('repositoryAddress', () => {
  const remote = () => 'git@gitlab.com:fork/name.git';

  it('is the one of the manifest', () => {
    const of = (field: string | { url?: string }) => repositoryAddress(field, remote);
    assert.strictEqual(of('https://github.com/a/b'), 'https://github.com/a/b');
    assert.strictEqual(of({ url: 'https://github.com/a/b.git' }), 'https://github.com/a/b');
  });

  it('is that of the remote where the manifest has none', () => {
    assert.strictEqual(repositoryAddress(undefined, remote), 'https://gitlab.com/fork/name');
    assert.strictEqual(
      repositoryAddress(undefined, () => undefined),
      undefined,
    );
  });
});

describe('repositoryPages', () => {
  it('knows the paths of GitHub and GitLab', () => {
    assert.deepStrictEqual(repositoryPages('https://github.com/a/b'), {
      files: 'https://github.com/a/b/blob/HEAD',
      pictures: 'https://github.com/a/b/raw/HEAD',
      issues: 'https://github.com/a/b/issues',
    });
    assert.strictEqual(
      repositoryPages('https://gitlab.com/a/b')?.pictures,
      'https://gitlab.com/a/b/-/raw/HEAD',
    );
  });

  it('makes up none for another host', () => {
    assert.strictEqual(repositoryPages('https://git.example.org/a/b'), undefined);
    assert.strictEqual(repositoryPages(undefined), undefined);
  });
});
