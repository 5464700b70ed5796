import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedPart } from '../../../../../src/editor/subject/templates/changedPart';

describe('the part in which two texts differ', () => {
  it('is the shortest replacement', () => {
    assert.deepEqual(changedPart('abc', 'abc'), { start: 3, removed: 0, added: 0 });
    assert.deepEqual(changedPart('', 'abc'), { start: 0, removed: 0, added: 3 });
    assert.deepEqual(changedPart('abcd', 'axyd'), { start: 1, removed: 2, added: 2 });
    assert.deepEqual(changedPart('aaa', 'aaaa'), { start: 3, removed: 0, added: 1 });
    assert.deepEqual(changedPart('aaaa', 'aa'), { start: 2, removed: 2, added: 0 });
  });

  it('is found in long texts, at the edges of what is compared at once', () => {
    for (const length of [4095, 4096, 4097, 8192, 20_000]) {
      const text = 'x'.repeat(length);
      const edited = `${text}!${text}`;
      assert.deepEqual(changedPart(text + text, edited), { start: length, removed: 0, added: 1 });
    }
  });

  it('makes the second text of the first', () => {
    const part = fc.string({ maxLength: 20, unit: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(part, part, part, part, (head, before, after, tail) => {
        const [from, to] = [head + before + tail, head + after + tail];
        const { start, removed, added } = changedPart(from, to);
        assert.ok(removed <= before.length && added <= after.length);
        const made =
          from.slice(0, start) + to.slice(start, start + added) + from.slice(start + removed);
        assert.equal(made, to);
      }),
    );
  });
});
