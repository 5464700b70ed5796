import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leaveOut, type SizedFile } from '../../../../../src/core/estimate/context/leaveOut';

function filesOf(sizes: Readonly<Record<string, number>>): readonly SizedFile[] {
  return Object.entries(sizes).map(([path, tokens]) => ({ path, tokens }));
}

function namesOf(sizes: Readonly<Record<string, number>>, excess: number): readonly string[] {
  const entries = leaveOut(filesOf(sizes), excess) ?? [];
  return entries.map(({ path, isFolder }) => (isFolder ? `${path}/` : path));
}

describe('what to leave out', () => {
  it('is the folder that suffices and loses the fewest tokens', () => {
    const sizes = { 'docs/a': 70, 'docs/b': 60, 'src/a': 100, 'src/b': 100, main: 90 };
    // docs/ has 130, src/ 200; no file has 120.
    assert.deepEqual(namesOf(sizes, 120), ['docs/']);
    assert.deepEqual(namesOf(sizes, 131), ['src/']);
  });

  it('is one file where it alone is enough', () => {
    assert.deepEqual(namesOf({ 'docs/a': 10, 'docs/big': 200, 'src/a': 500 }, 150), ['docs/']);
    assert.deepEqual(namesOf({ 'docs/a': 90, 'docs/big': 200, 'src/a': 500 }, 150), ['docs/big']);
  });

  it('is nearer to the top if that loses at most a quarter more', () => {
    // docs/old/ has 100, docs/ 125 or 126.
    const sizes = (rest: number) => ({ 'docs/old/a': 100, 'docs/b': rest, 'src/c': 900 });
    assert.deepEqual(namesOf(sizes(25), 100), ['docs/']);
    assert.deepEqual(namesOf(sizes(26), 100), ['docs/old/']);
  });

  it('is the largest files where one entry would lose more than twice as much', () => {
    const sizes = { 'a/x': 60, 'b/x': 50, 'all/1': 45, 'all/2': 45, 'all/3': 45, 'all/4': 90 };
    // 90 and 45 are 135; all/ has 225, which is less than twice that.
    assert.deepEqual(namesOf(sizes, 120), ['all/']);
    const more = { ...sizes, 'all/5': 90 };
    // 90 and 45 again, and all/ has 315.
    assert.deepEqual(namesOf(more, 120), ['all/4', 'all/3']);
  });

  it('never is everything, also where one folder holds all', () => {
    assert.deepEqual(namesOf({ 'src/a': 60, 'src/b': 50 }, 55), ['src/a']);
    assert.equal(leaveOut(filesOf({ 'src/a': 60, 'src/b': 50 }), 110), undefined);
    assert.equal(leaveOut(filesOf({ a: 60 }), 10), undefined);
    assert.equal(leaveOut(filesOf({ a: 60 }), 0), undefined);
  });

  const path = fc
    .array(fc.constantFrom('a', 'b', 'docs', 'src'), { minLength: 1, maxLength: 4 })
    .map((names) => names.join('/'));
  const tree = fc
    .uniqueArray(fc.record({ path, tokens: fc.nat(1000) }), { selector: (file) => file.path })
    .map((files) => files.map((file, index) => ({ ...file, path: `${file.path}/${index}.md` })));

  it('suffices, leaves something, and has nothing to spare', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 3000 }), (files, excess) => {
        const entries = leaveOut(files, excess);
        if (!entries) return;
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        const lost = sum(entries.map(({ tokens }) => tokens));
        assert.ok(lost >= excess);
        assert.ok(lost < sum(files.map(({ tokens }) => tokens)));
        for (const { tokens } of entries) assert.ok(lost - tokens < excess, 'one is superfluous');
        const places = entries.flatMap((entry) => entry.files);
        assert.equal(new Set(places).size, places.length);
        assert.equal(sum(places.map((index) => files[index]?.tokens ?? NaN)), lost);
      }),
    );
  });
});
