import assert from 'node:assert/strict';
import { completeScenario, type FullScenario } from '../../../../src/core/scenario/scenario';
import { buildFileTree } from '../../../../src/core/charts/fileTree';
import { estimateEach } from '../../../../src/core/estimate/own/each';
import {
  describeEntry,
  describeFolder,
  filesHeading,
  restOfFiles,
  shareOfCost,
  undrawnFiles,
} from '../../../../src/wording/page/files';
import { ENGLISH } from '../../../../src/wording/words';
import { bundledModel } from '../../../support/priceTables';
import { rowOf } from '../../../support/reports';

const CALL = completeScenario({ outputTokens: 500 });
const CONVERSATION: FullScenario = { ...CALL, conversationTurns: 20 };

describe('the sentences on files', () => {
  it('say whether each file is one call or one conversation', () => {
    assert.equal(filesHeading(ENGLISH, 'a/b', CALL), 'Files, one call each with a/b');
    assert.equal(
      filesHeading(ENGLISH, 'a/b', CONVERSATION),
      'Files, one conversation of 20 turns each with a/b',
    );
  });

  it('carry the mark of an estimated count on tokens and amounts', () => {
    const count = { tokens: 1000, low: 900, high: 1100, method: 'estimated' } as const;
    const [estimate] = estimateEach(rowOf(bundledModel('openai/o1'), [count], { outputTokens: 0 }));
    assert.ok(estimate);
    const root = buildFileTree('root', [{ path: 'a/b.md', estimate }]);
    const [node] = root.children[0]?.children ?? [];
    assert.ok(node);
    assert.equal(describeEntry(ENGLISH, node, root), 'a/b.md: ≈$0.0150 (≈100.0%), ≈1,000 tokens');
    const [folder] = root.children;
    assert.ok(folder);
    assert.equal(describeFolder(ENGLISH, folder), '1 file, ≈$0.0150');
    assert.equal(
      describeEntry(ENGLISH, folder, root),
      'a/: 1 file, ≈$0.0150 (≈100.0%), ≈1,000 tokens',
    );
    assert.equal(shareOfCost(ENGLISH, root, root), '100.0%', 'the whole is exactly all of it');
    const rest = { ...node, fileCount: 14, children: [node, node] };
    assert.equal(restOfFiles(ENGLISH, rest), 'and 14 more, ≈$0.0150');
    assert.equal(undrawnFiles(ENGLISH, rest), 'and 14 more, ≈$0.0150, not drawn');
    assert.equal(undrawnFiles(ENGLISH, folder), 'b.md, ≈$0.0150, not drawn');
    assert.equal(undrawnFiles(ENGLISH, root), 'a/, ≈$0.0150, not drawn');
  });
});
