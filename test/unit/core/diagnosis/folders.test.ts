import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutFolders } from '../../../../src/core/diagnosis/folders';

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

  it('leaves no folder of any path', () => {
    const segment = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(fc.array(segment, { minLength: 2, maxLength: 6 }), segment, (folders, name) => {
        const secret = folders.map((each) => `SECRET${each}`).join('/');
        for (const path of [`/${secret}/${name}.md`, `file:///${secret}/${name}.md`])
          assert.doesNotMatch(withoutFolders(`cannot read ${path}, code 5`), /SECRET/);
      }),
    );
  });
});
