import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { repositoryRules, type GitFiles } from '../../../../src/core/files/gitIgnore';
import type { Place } from '../../../../src/core/files/walk';

/** A file system without a home, as in a browser. @param texts by paths */
function withoutHome(texts: Readonly<Record<string, string>>): GitFiles<Place> {
  const at = (path: string): Place => ({ path, toString: () => path });
  const isFolder = (path: string): boolean =>
    Object.keys(texts).some((file) => file.startsWith(`${path}/`));
  return {
    kindOf: async ({ path }) => (path in texts ? 'file' : isFolder(path) ? 'folder' : undefined),
    textOf: async ({ path }) => texts[path],
    join: ({ path }, ...names) => at(posix.join(path, ...names)),
    parentOf: ({ path }) => (path === '/' ? undefined : at(posix.dirname(path))),
    resolve: ({ path: folder }, path) => at(posix.resolve(folder, path)),
    homesOf: () => undefined,
    isTop: () => false,
  };
}

async function isIgnored(name: string, texts: Readonly<Record<string, string>>): Promise<boolean> {
  const repository = { path: '/project', toString: () => '/project' };
  const rules = await repositoryRules(withoutHome(texts), repository);
  return rules.ignores(name, false);
}

describe("git's rules where there is no home folder", () => {
  it('are those of the excludes that the repository itself names', async () => {
    const texts = {
      '/project/.git/config': '[core]\n\texcludesFile = /shared/all.ignore\n',
      '/shared/all.ignore': '*.users\n',
    };
    assert.equal(await isIgnored('a.users', texts), true);
    assert.equal(await isIgnored('a.md', texts), false);
  });

  it('leave out excludes that are in the home', async () => {
    const texts = { '/project/.git/config': '[core]\n\texcludesFile = ~/all.ignore\n' };
    assert.equal(await isIgnored('a.users', texts), false);
  });
});
