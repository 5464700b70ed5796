import assert from 'node:assert/strict';
import type { Detail, MediaPart } from '../../src/core/media/part';
import { mediaTokens } from '../../src/core/media/tokens';

/** Tokens of one part on a model: a number, or [low, expected, high]. */
export function tokensOn(model: string, part: MediaPart): number | readonly number[] {
  const { tokens, low, high } = mediaTokens([part], { model });
  return low === high ? tokens : [low, tokens, high];
}

export function picture(width: number, height: number, detail?: Detail): MediaPart {
  return { kind: 'image', width, height, ...(detail ? { detail } : {}) };
}

export type Example = readonly [
  model: string,
  part: MediaPart,
  expected: number | readonly number[],
];

/** One test for each example of a page. */
export function checkExamples(page: string, examples: readonly Example[]): void {
  describe(page, () => {
    for (const [model, part, expected] of examples) {
      const { kind, width, height, detail, pages, seconds } = part;
      const size = width === undefined ? (pages ?? seconds ?? '?') : `${width} x ${height}`;
      it(`${kind} ${size} ${detail ?? ''} on ${model}: ${String(expected)}`, () => {
        assert.deepEqual(tokensOn(model, part), expected);
      });
    }
  });
}
