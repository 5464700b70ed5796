import assert from 'node:assert/strict';
import { IgnoreRules } from '../../../../src/core/files/ignoreRules';

describe('the rules of .gitignore files', () => {
  it('hold for files and folders of their own folder and below', () => {
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

  it('take back what an earlier line of the same file says', () => {
    const rules = IgnoreRules.none.with('*.txt\n!readme.txt');
    assert.ok(rules.ignores('a.txt', false));
    assert.ok(!rules.ignores('readme.txt', false));
  });

  it('match paths from the folder of the file', () => {
    const rules = IgnoreRules.none.with('src/gen/*.ts').below('src').below('gen');
    assert.ok(rules.ignores('a.ts', false));
    assert.ok(!IgnoreRules.none.with('src/gen/*.ts').below('gen').ignores('a.ts', false));
  });

  it('do not leave out what is below a folder that a deeper file takes back', () => {
    const src = IgnoreRules.none.with('logs').below('src').with('!logs');
    assert.ok(!src.ignores('logs', true));
    assert.ok(!src.below('logs').ignores('today.txt', false));
  });

  it('keep all other patterns of a file whose verdict on one folder is overruled', () => {
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

  it('tell letters apart by case, and survive names that are no paths', () => {
    const rules = IgnoreRules.none.with('Build');
    assert.ok(!rules.ignores('build', true));
    for (const name of ['..', '...', ' ', '\\', '[', '!x', '#', 'a\nb', '\u202e']) {
      assert.equal(rules.ignores(name, false), false);
      assert.ok(rules.below(name).ignores('Build', false), name);
    }
  });
});
