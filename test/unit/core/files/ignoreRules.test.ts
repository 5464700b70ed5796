import assert from 'node:assert/strict';
import { IgnoreRules } from '../../../../src/core/files/ignoreRules';

describe('the rules of .gitignore files', () => {
  it('apply to files and folders in their own folder and below', () => {
    const top = IgnoreRules.none.with('*.log\n/dist/\n# comment\nsecret');
    assert.ok(top.ignores('a.log', false));
    assert.ok(top.ignores('dist', true));
    assert.ok(!top.ignores('dist', false), 'dist/ is for folders');
    const below = top.below('src');
    assert.ok(below.ignores('b.log', false));
    assert.ok(!below.ignores('dist', true), '/dist/ is for its own folder');
    assert.ok(below.ignores('secret', true));
  });

  it('let the deepest file decide', () => {
    const below = IgnoreRules.none.with('*.log\n!keep.txt').below('src').with('!b.log\nkeep.txt');
    assert.ok(below.ignores('a.log', false));
    assert.ok(!below.ignores('b.log', false));
    assert.ok(below.ignores('keep.txt', false));
  });

  it('re-include what an earlier line of the same file ignores', () => {
    const rules = IgnoreRules.none.with('*.txt\n!readme.txt');
    assert.ok(rules.ignores('a.txt', false));
    assert.ok(!rules.ignores('readme.txt', false));
  });

  it('match paths relative to the folder of the file', () => {
    const rules = IgnoreRules.none.with('src/gen/*.ts').below('src').below('gen');
    assert.ok(rules.ignores('a.ts', false));
    assert.ok(!IgnoreRules.none.with('src/gen/*.ts').below('gen').ignores('a.ts', false));
  });

  it('do not ignore the entries of a folder that a deeper file re-includes', () => {
    const src = IgnoreRules.none.with('logs').below('src').with('!logs');
    assert.ok(!src.ignores('logs', true));
    assert.ok(!src.below('logs').ignores('today.txt', false));
  });

  it("still apply a file's other patterns if a deeper file re-includes one folder", () => {
    const app = IgnoreRules.none
      .with('dist/\nnode_modules/\n.env*\n*.log')
      .below('packages')
      .below('app')
      .with('!dist/');
    assert.ok(!app.ignores('dist', true));
    const dist = app.below('dist');
    assert.ok(!dist.ignores('index.js', false));
    assert.ok(dist.ignores('.env.production', false));
    assert.ok(dist.ignores('debug.log', false));
    assert.ok(dist.ignores('node_modules', true));
    assert.ok(!dist.ignores('dist', true), 'the deeper file re-includes each folder of that name');
  });

  it('are case-sensitive, and accept names that are not paths', () => {
    const rules = IgnoreRules.none.with('Build');
    assert.ok(!rules.ignores('build', true));
    for (const name of ['..', '...', ' ', '\\', '[', '!x', '#', 'a\nb', '\u202e']) {
      assert.equal(rules.ignores(name, false), false);
      assert.ok(rules.below(name).ignores('Build', false), name);
    }
  });
});
