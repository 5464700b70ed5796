import assert from 'node:assert/strict';
import {
  commands,
  LanguageModelTextPart,
  lm,
  Position,
  Uri,
  window,
  workspace,
  type Disposable,
  type TextEditor,
} from 'vscode';
import { ESTIMATE_TOOL } from '../../src/editor/programs/tool/register';
import { MemoryFiles, put } from '../support/memoryFiles';
import { estimate, tokensOf } from '../support/scans';
import { tableFile } from '../support/tableFile';
import {
  eventually,
  openText,
  resetWindow,
  setSetting,
  statusText,
  statusTooltip,
} from '../support/window';

// openai/o1: 15 and 60 USD per million input and output tokens, 500 output tokens. "hello world" has 2 tokens, and each
// " world" 1 more.

/** As those of a program of one's own, and of repositories that an editor shows without a copy. */
// Named so that it runs last: its prompt files would use up the hint at lenses, which a window shows on the first one.
const HOMES = ['memfs:/project', 'vscode-vfs://github/acme/prompts'];

const TABLE = JSON.stringify(tableFile());

for (const home of HOMES) {
  describe(`files below ${home}`, () => {
    let files: MemoryFiles;
    let registered: Disposable;

    const at = (path: string): Uri => Uri.joinPath(Uri.parse(home), path);
    const write = (path: string, text: string): Uri => {
      put(files, at(path), text);
      return at(path);
    };
    const open = async (path: string, text: string): Promise<TextEditor> =>
      window.showTextDocument(write(path, text));

    beforeEach(async () => {
      files = new MemoryFiles();
      registered = workspace.registerFileSystemProvider(Uri.parse(home).scheme, files);
      await resetWindow({ model: 'openai/o1' });
    });
    afterEach(async () => {
      await resetWindow();
      registered.dispose();
    });

    it('are priced in the editor as they are typed', async () => {
      const { document } = await open('a b/ünï #1?.prompt.md', 'hello world');
      await statusText('$0.0300 · 2 tokens');
      const editor = await window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new Position(0, 11), ' world world'));
      await statusText('$0.0301 · 4 tokens');
      await setSetting('codeLens.enabled', true);
      await eventually(
        () => commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 9),
        (lenses) => JSON.stringify(lenses).includes('4 tokens · $0.0301'),
      );
      await setSetting('codeLens.enabled', undefined);
    });

    it('are counted in a folder, with its ignore rules and with unsaved text', async () => {
      write('.gitignore', '*.log\n');
      write('a.md', 'hello world');
      write('deep/b.md', 'hello world world');
      write('deep/.gitignore', 'c.md\n');
      write('deep/c.md', 'left out');
      write('x.log', 'left out');
      const editor = await open('open.md', 'saved');
      await editor.edit((edit) => edit.insert(new Position(0, 0), 'hello world '));
      const subject = await estimate(Uri.parse(home));
      assert.deepEqual(tokensOf(subject), { 'a.md': 2, 'deep/b.md': 3, 'open.md': 3 });
      assert.equal(subject.name, home.slice(home.lastIndexOf('/') + 1));
      assert.deepEqual(
        subject.skipped.map(({ path }) => path),
        ['.gitignore', 'deep/.gitignore'],
      );
    });

    it('give their name to the report at the top of their file system', async () => {
      const { scheme, authority } = Uri.parse(home);
      const top = Uri.from({ scheme, authority, path: '/top.md' });
      put(files, top, 'hello world');
      const subject = await estimate(top);
      assert.deepEqual([subject.name, tokensOf(subject)], ['top.md', { 'top.md': 2 }]);
    });

    it('are counted together with those of the workspace', async () => {
      write('a.md', 'hello world');
      const { document } = await openText('hello world world');
      const subject = await estimate(document.uri, [document.uri, Uri.parse(home)]);
      const tokens = tokensOf(subject);
      const of = (name: string): readonly number[] =>
        Object.entries(tokens).flatMap(([path, count]) => (path.endsWith(name) ? [count] : []));
      assert.deepEqual([of(document.uri.path), of('a.md')], [[3], [2]], JSON.stringify(tokens));
    });

    it('are read in ranges when they are large', async () => {
      const line = `${'hello world '.repeat(40_000)}\n`;
      const request = `${JSON.stringify({ custom_id: 'a', body: { messages: [{ role: 'user', content: line }] } })}\n`;
      const times = Math.ceil((51 * 1024 * 1024) / request.length);
      write('large.jsonl', request.repeat(times));
      const { files: counted, skipped } = await estimate(Uri.parse(home));
      assert.deepEqual(skipped, []);
      assert.equal(counted[0]?.requests?.count, times);
    });

    it('have the values of templates beside them', async () => {
      write('greet.sample.json', '{"a":"world"}');
      await open('greet.prompty', '---\nname: Greet\n---\nuser:\nhello {{a}}\n');
      await statusText('$0.0300 · 2 tokens');
      await statusTooltip((text) => text.includes('greet.sample.json'));
      write('greet.sample.json', '{"a":"world world world"}');
      await statusText('$0.0301 · 4 tokens');
    });

    it('hold requests, which are priced one by one', async () => {
      const line = (content: string): string =>
        JSON.stringify({ model: 'o1', messages: [{ role: 'user', content }] });
      await open('batch.jsonl', [line('hello world'), line('hello')].join('\n'));
      await statusText(/2 requests/);
    });

    it('are read by the agent tool by their URIs alone', async () => {
      const uri = write('only-here.txt', 'hello world');
      const ask = async (filePath: string): Promise<string> => {
        const input = { filePath, models: ['openai/o1'] };
        const { content } = await lm.invokeTool(ESTIMATE_TOOL, {
          input,
          toolInvocationToken: undefined,
        });
        return content
          .map((part) => (part instanceof LanguageModelTextPart ? part.value : ''))
          .join('');
      };
      assert.match(await ask(uri.toString()), /\| 2 \| \$0\.0000300/);
      await assert.rejects(ask('only-here.txt'), /There is no file/);
    });

    it('can be a price table', async () => {
      await openText('hello world');
      await setSetting('model', 'acme/one');
      await commands.executeCommand('apiSpend.updatePrices', write('prices.json', TABLE));
      // 2 tokens at 1 and 500 at 2 USD per million.
      await statusText(/\$0\.00100 · 2 tokens/);
      await commands.executeCommand('apiSpend.useBundledPrices');
      await setSetting('model', 'openai/o1');
      await statusText('$0.0300 · 2 tokens');
    });

    it('say why they cannot be counted when they are gone', async () => {
      const { document } = await open('gone.md', 'hello world');
      await statusText('$0.0300 · 2 tokens');
      files.delete(document.uri);
      const subject = await estimate(document.uri);
      assert.deepEqual(tokensOf(subject), { 'gone.md': 2 }, 'the text of the editor');
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });
}
