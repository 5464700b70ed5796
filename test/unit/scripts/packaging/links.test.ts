import assert from 'node:assert/strict';
import { packagedPage } from '../../../../scripts/packaging/links.mjs';

const pages = { files: 'https://h/blob', pictures: 'https://h/raw' };
const nowhere = { from: 'README.md', packaged: () => undefined, pages: undefined };
const addressed = { ...nowhere, pages };

describe('packagedPage', () => {
  it('leads relative links and pictures to the repository', () => {
    const page = packagedPage('See [how](docs/a.md#b).\n\n![A](docs/a.png)', addressed);
    assert.strictEqual(
      page,
      'See [how](https://h/blob/docs/a.md#b).\n\n![A](https://h/raw/docs/a.png)',
    );
  });

  it('says the path where no address is known, and leaves pictures out', () => {
    const page = packagedPage(
      'See [how](docs/a.md#b) and ![A](docs/a.png)[LICENSE](LICENSE).',
      nowhere,
    );
    assert.strictEqual(page, 'See how: docs/a.md and LICENSE.');
  });

  it('does not say a path twice', () => {
    assert.strictEqual(packagedPage('[`src/a.ts`](src/a.ts)', nowhere), '`src/a.ts`');
  });

  it('keeps absolute links and those within the page', () => {
    const page = '[a](https://e.org/x) [b](#use-it) [c](mailto:a@e.org)';
    assert.strictEqual(packagedPage(page, nowhere), page);
    assert.strictEqual(packagedPage(page, addressed), page);
  });

  it('keeps links to files of the package, which lie elsewhere than in the repository', () => {
    const place = {
      from: 'docs/api.md',
      packaged: (path: string) => (path === 'api.d.ts' ? '../../api.d.ts' : undefined),
      pages,
    };
    assert.strictEqual(
      packagedPage('[types](../api.d.ts#L1), [why](../WHY.md)', place),
      '[types](../../api.d.ts#L1), [why](https://h/blob/WHY.md)',
    );
  });

  it('leaves marked pictures with their sentences out where no address is known', () => {
    const page = 'A\n\n<!-- pictures -->\nIn a theme:\n\n![A](a.png)\n<!-- /pictures -->\n\nB\n';
    assert.strictEqual(packagedPage(page, nowhere), 'A\n\nB\n');
    assert.strictEqual(
      packagedPage(page, addressed),
      'A\n\nIn a theme:\n\n![A](https://h/raw/a.png)\n\nB\n',
    );
  });
});
