import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutFolders } from '../../../../src/core/diagnosis/folders';

/** Any text with this word, but without what separates folders. */
const folder = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => {
  return `${text.replaceAll(/[\\/]/g, ' ')}SECRET'" `;
});

describe('withoutFolders', () => {
  it('leaves the names of files', () => {
    for (const [message, expected] of [
      ["ENOENT: open '/home/ada/secret plans.md'", "ENOENT: open '…/secret plans.md'"],
      ['at f (file:///home/ada/x/dist/extension.js:1:2)', 'at f (…/extension.js:1:2)'],
      ['C:\\Users\\ada\\notes.md is busy', '…/notes.md is busy'],
      ['/notes.md is busy', '/notes.md is busy'],
      ['\\\\server\\share\\a.md', '…/a.md'],
      ['vscode-remote://ssh-remote+host/srv/a.md', '…/a.md'],
      ['count: a.md in o200k_base, 1.0 ms', 'count: a.md in o200k_base, 1.0 ms'],
      ['input/output of openai/gpt-4o', 'input/output of openai/gpt-4o'],
    ] as const)
      assert.strictEqual(withoutFolders(message), expected);
  });

  it('leaves no folder with spaces, quotes or lines, also on Windows', () => {
    for (const path of [
      '/home/ann/My Secret Project/plan.md',
      "/home/ann's Secret/plan.md",
      'C:\\Users\\Ann Secret\\plan.md',
      '/home/Secret\nlines/plan.md',
    ])
      assert.strictEqual(withoutFolders(`cannot read '${path}'.`), "cannot read '…/plan.md'.");
    assert.strictEqual(withoutFolders('open:/home/Secret/plan.md'), 'open:…/plan.md');
  });

  it('leaves no folder of any path', () => {
    const name = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(fc.array(folder, { minLength: 2, maxLength: 6 }), name, (folders, file) => {
        const paths = ['/', 'file:///', 'C:\\', '\\\\'].map((start) => {
          return `${start}${folders.join(start.at(-1))}${start.at(-1)}${file}.md`;
        });
        for (const path of paths)
          assert.doesNotMatch(withoutFolders(`cannot read '${path}', code 5`), /SECRET/);
      }),
    );
  });

  it('takes time in proportion to the length', () => {
    const started = performance.now();
    for (const piece of ['a.', '/', 'a/', 'c:', 'a:/'])
      withoutFolders(`${piece.repeat(200_000)} x`);
    const ms = performance.now() - started;
    // Some 10 ms; in proportion to its square it would be hours.
    assert.ok(ms < 2_000, `${ms} ms`);
  });
});
