import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { repositoryAddress, repositoryPages } from '../../scripts/packaging/repository.mjs';
import { manifestOf, packedFiles } from '../support/packedFiles';
import { projectRoot } from '../support/priceTables';

/** Targets of links and pictures of a Markdown page. */
function targetsOf(markdown: string): readonly string[] {
  const links = [
    ...markdown.matchAll(/\]\(([^)\s]+)\)/g),
    ...markdown.matchAll(/\bsrc="([^"]+)"/g),
  ];
  return links.map(([, target]) => target ?? '');
}

/** Anchors as GitHub and VS Code make them of headings. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the pages of the packed extension', () => {
  const files = packedFiles();
  const address = repositoryAddress(manifestOf(files).repository, () => undefined);
  const pages = repositoryPages(address);

  for (const [name, text] of files)
    if (name.endsWith('.md'))
      it(`have links and pictures that lead somewhere: ${name}`, () => {
        const broken = targetsOf(text).filter((target) => !leadsSomewhere(name, target));
        assert.deepStrictEqual(broken, []);
      });

  it('have links, so that the tests above look at some', () => {
    const targets = [...files].flatMap(([name, text]) =>
      name.endsWith('.md') ? targetsOf(text) : [],
    );
    assert.ok(targets.length > 10, String(targets.length));
  });

  function leadsSomewhere(page: string, target: string): boolean {
    for (const prefix of pages ? [pages.files, pages.pictures] : [])
      if (target.startsWith(`${prefix}/`)) return isInRepository(target.slice(prefix.length + 1));
    if (target.startsWith('https://')) return true;
    if (page === 'readme.md' || page === 'changelog.md') return isAnchorOf(page, target);
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : posix.join(posix.dirname(page), path);
    return files.has(file) && (anchor === undefined || isAnchorOf(file, `#${anchor}`));
  }

  function isAnchorOf(file: string, target: string): boolean {
    return target.startsWith('#') && anchorsOf(files.get(file) ?? '').includes(target.slice(1));
  }
});

function isInRepository(path: string): boolean {
  return existsSync(join(projectRoot, path.split('#')[0] ?? ''));
}
