import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spreadApart, wrapText, wrapWords } from '../../../../src/core/charts/labels';

/** A font whose letters have 10 pixels each. */
const widthOf = (text: string): number => Array.from(text).length * 10;

describe('the labels of a picture', () => {
  it('are broken after spaces and signs, and within a word that is wider than a line', () => {
    const linesOf = (text: string, most: number) => wrapText(text, most, widthOf);
    assert.deepEqual(linesOf('Llama 3.1 405B', 200), ['Llama 3.1 405B']);
    assert.deepEqual(linesOf('Llama 3.1 405B', 90), ['Llama 3.1 ', '405B']);
    assert.deepEqual(linesOf('support-agent.md', 80), ['support-', 'agent.md']);
    assert.deepEqual(linesOf('note-102.md', 80), ['note-102', '.md']);
    assert.deepEqual(linesOf('Llama 3.1', 80), ['Llama ', '3.1']);
    assert.deepEqual(linesOf('abcdefg', 30), ['abc', 'def', 'g']);
    assert.deepEqual(linesOf('', 30), []);
  });

  it('can keep their words whole', () => {
    assert.deepEqual(wrapWords('and 14 more, $0.006', 60, widthOf), [
      'and 14 ',
      'more, ',
      '$0.006',
    ]);
    assert.deepEqual(wrapWords('more, $0.006', 20, widthOf), ['more, ', '$0.006']);
  });

  it('are whole, in lines that are not too long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '.', '🙂') }),
        fc.integer({ min: 10, max: 100 }),
        (text, most) => {
          const lines = wrapText(text, most, widthOf);
          assert.equal(lines.join(''), text);
          for (const line of lines) assert.ok(widthOf(line.trimEnd()) <= most, line);
        },
      ),
    );
  });

  it('do not overlap, inside and in the order of the lines', () => {
    const label = fc.record({
      y: fc.double({ min: 0, max: 200, noNaN: true }),
      height: fc.constantFrom(15, 30),
    });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 6 }), (labels) => {
        const placed = spreadApart(
          labels.map(({ y }) => y),
          labels.map(({ height }) => height),
          0,
          200,
        );
        const sorted = labels
          .map(({ y, height }, index) => ({ y, height, middle: placed[index] ?? NaN }))
          .toSorted((one, other) => one.y - other.y);
        sorted.forEach(({ middle, height }, index) => {
          assert.ok(middle - height / 2 >= -1e-9 && middle + height / 2 <= 200 + 1e-9);
          const next = sorted[index + 1];
          if (next) assert.ok(next.middle - middle >= (height + next.height) / 2 - 1e-9);
        });
      }),
    );
    assert.deepEqual(spreadApart([20, 100], [15, 15], 0, 200), [20, 100], 'far apart: they stay');
    assert.deepEqual(spreadApart([190, 200], [10, 20], 0, 200), [175, 190]);
  });
});
