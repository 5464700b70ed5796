import assert from 'node:assert/strict';
import { listWithGit, listWithWalk, randomTree } from '../../../support/gitTrees';
import { seededRandom } from '../tokens/support/adversarialText';

describe('the walk of 2,000 random repositories', () => {
  it('finds the files that git lists', async () => {
    for (let seed = 1; seed <= 2_000; seed++) {
      const tree = randomTree(seededRandom(seed));
      const message = `seed ${seed}: ${JSON.stringify([...tree])}`;
      assert.deepStrictEqual(await listWithWalk(tree), await listWithGit(tree), message);
    }
  });
});
