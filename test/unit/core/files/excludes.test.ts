import assert from 'node:assert/strict';
import { parseExcludes } from '../../../../src/core/files/excludes';

const ALONE: ReadonlySet<string> = new Set();

describe('files.exclude', () => {
  it('matches globs from the workspace folder', () => {
    const isExcluded = parseExcludes({
      '**/.git': true,
      '**/*.{map,min.js}': true,
      'out/': true,
      '**/on': false,
    });
    const excluded = ['.git', 'a/.git', 'a/b/x.map', 'x.min.js', 'out'];
    assert.deepEqual(
      excluded.filter((path) => isExcluded(path, ALONE)),
      excluded,
    );
    const kept = ['a/out', 'git', 'x.js', 'on', 'a/on', '#', ''];
    assert.deepEqual(
      kept.filter((path) => isExcluded(path, ALONE)),
      [],
    );
  });

  it('has no negation, and excludes a folder with all that is in it', () => {
    const isExcluded = parseExcludes({ '!a': true, 'b/**': true, '**/[!c]d/?': true });
    for (const path of ['!a', 'b/c', 'b/.c/d', 'x/ed/f']) assert.ok(isExcluded(path, ALONE), path);
    for (const path of ['a', 'bb/c', 'x/cd/f', 'ed/fg']) assert.ok(!isExcluded(path, ALONE), path);
  });

  it('applies conditions on siblings', () => {
    const isExcluded = parseExcludes({ '**/*.js': { when: '$(basename).ts' } });
    assert.ok(isExcluded('src/a.js', new Set(['a.js', 'a.ts'])));
    assert.ok(!isExcluded('src/a.js', new Set(['a.js', 'b.ts'])));
  });

  it('ignores invalid values', () => {
    for (const setting of [undefined, null, 'x', 1, [], { a: 1, b: null, c: { when: 2 } }]) {
      assert.equal(parseExcludes(setting)('a', ALONE), false);
    }
  });
});
