import assert from 'node:assert/strict';
import { type EncodingName, RECIPES } from '../../../../../src/core/tokens/encodings';
import { ByteBuffer } from '../../../../../src/core/tokens/engine/byteBuffer';
import { HeapMerge } from '../../../../../src/core/tokens/engine/heapMerge';
import { LongMerge } from '../../../../../src/core/tokens/engine/longMerge';
import type { MergeUnit } from '../../../../../src/core/tokens/engine/mergeUnits';
import { RankTable } from '../../../../../src/core/tokens/engine/rankTable';
import { parseVocabulary } from '../../../../../src/core/tokens/engine/vocabulary';
import { finish } from '../../../../../src/core/scheduling/sliced';
import { readVocabularyFile } from './counters';

/** Tokens by blocks, tokens by one merge of the whole piece, and the work of both. */
export function countBothWays(ranks: RankTable, unit: MergeUnit, buffer: ByteBuffer) {
  const [blocks, whole] = [{ units: 0 }, { units: 0 }];
  const { bytes, view, length } = buffer;
  return {
    byBlocks: finish(new LongMerge(ranks, unit, blocks).run(bytes, view, 0, length)),
    atOnce: finish(new HeapMerge(ranks, unit, whole).run(bytes, view, 0, length)),
    extraWork: blocks.units / whole.units,
  };
}

export function bufferOf(text: string): ByteBuffer {
  const buffer = new ByteBuffer(0);
  buffer.fill(text);
  return buffer;
}

/**
 * Long repetitions of each part: the blocks' count equals the whole merge's, at less of the work, also
 * where other text interrupts the repetition.
 */
export function assertRepetitionsMergeOnce(encoding: EncodingName, parts: readonly string[]): void {
  const { file, tokenLimit } = RECIPES[encoding];
  const ranks = finish(RankTable.build(parseVocabulary(readVocabularyFile(file), tokenLimit)));
  const unit = encoding === 'gemma3' ? 'character' : 'byte';
  for (const part of parts) {
    const run = part.repeat(60_000 / part.length);
    const once = countBothWays(ranks, unit, bufferOf(run));
    assert.equal(once.byBlocks, once.atOnce, part);
    assert.ok(once.extraWork < 0.6, `${part}: ${once.extraWork} times the work`);
    const broken = `${run}x${run.slice(1)}${part.repeat(7)}yz${run.slice(0, 30_000)}`;
    const { byBlocks, atOnce } = countBothWays(ranks, unit, bufferOf(broken));
    assert.equal(byBlocks, atOnce, part);
  }
}
