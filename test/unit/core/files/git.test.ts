import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listWithWalk, randomTree } from '../../../support/gitTrees';
import { projectRoot } from '../../../support/priceTables';
import { seededRandom } from '../tokens/support/adversarialText';

/** Lists of `git ls-files -co --exclude-standard` by seed; git.exhaustive.ts runs git for 2,000 seeds. */
const recorded = JSON.parse(
  readFileSync(join(projectRoot, 'test/fixtures/files/gitLists.json'), 'utf8'),
) as Readonly<Record<string, readonly string[]>>;

describe('the walk of a repository', () => {
  for (const [seed, files] of Object.entries(recorded)) {
    it(`finds the files that git lists: random repository ${seed}`, async () => {
      assert.deepStrictEqual(await listWithWalk(randomTree(seededRandom(Number(seed)))), files);
    });
  }

  it('applies all other rules in a folder that a deeper file re-includes', async () => {
    const found = await listWithWalk(
      new Map([
        ['.gitignore', 'dist/\nnode_modules/\n.env*\n*.log'],
        ['packages/app/.gitignore', '!dist/'],
        ['packages/app/dist/index.js', ''],
        ['packages/app/dist/.env.production', ''],
        ['packages/app/dist/debug.log', ''],
        ['packages/app/dist/node_modules/x/index.js', ''],
      ]),
    );
    assert.deepStrictEqual(found, [
      '.gitignore',
      'packages/app/.gitignore',
      'packages/app/dist/index.js',
    ]);
  });
});
