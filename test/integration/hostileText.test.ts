import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, window, workspace } from 'vscode';
import { apiSpend, openText, resetWindow, statusText, writeWorkspaceFile } from '../support/window';

const LARGEST = 52_428_800;

async function setLargeFileConfirmation(megabytes: number | undefined): Promise<void> {
  const target = ConfigurationTarget.Global;
  const configuration = workspace.getConfiguration('workbench');
  await configuration.update('editorLargeFileConfirmation', megabytes, target);
}

describe('hostile text', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
  });
  after(async () => {
    await setLargeFileConfirmation(undefined);
    await resetWindow();
  });

  const texts: [name: string, text: string, tokens: string][] = [
    ['a special token', '<|endoftext|>', '7 tokens'],
    ['a lone surrogate', 'a\ud800b', '3 tokens'],
    ['a NUL', 'a\u0000b', '3 tokens'],
  ];
  for (const [name, text, tokens] of texts) {
    it(`counts ${name} as ordinary text`, async () => {
      await openText(text);
      await statusText(new RegExp(`· ${tokens}$`));
    });
  }

  const files: [name: string, bytes: string, tokens: string][] = [
    ['a byte order mark, which VS Code removes', '\ufeffhello world', '2 tokens'],
    ['CRLF', 'a\r\nb', '3 tokens'],
  ];
  for (const [name, content, tokens] of files) {
    it(`counts a file with ${name}`, async () => {
      const uri = await writeWorkspaceFile('hostile.txt', new TextEncoder().encode(content));
      await commands.executeCommand('vscode.open', uri);
      await statusText(new RegExp(`· ${tokens}$`));
    });
  }

  /** Lines of 64 bytes, truncated to `bytes`. */
  function largeText(bytes: number): Uint8Array {
    const line = new TextEncoder().encode(
      `${'The quick brown fox jumps over the lazy dog. '.repeat(2).slice(0, 63)}\n`,
    );
    const text = new Uint8Array(bytes);
    for (let offset = 0; offset < bytes; offset += line.length) {
      text.set(line.subarray(0, bytes - offset), offset);
    }
    return text;
  }

  it('explains why a file of 50 MB plus one byte has no cost', async () => {
    const uri = await writeWorkspaceFile('over.txt', largeText(LARGEST + 1));
    await commands.executeCommand('vscode.open', uri);
    await statusText('$(circle-slash) No cost: file too large');
    assert.equal(window.activeTextEditor, undefined);
    assert.match((await apiSpend()).statusItem.accessibilityLabel, /over\.txt.*over 50 MB/);
    await openText('hello');
    await statusText('$0.0300 · 1 token');
  });

  it('counts a file of 50 MB without freezing the extension host (one version)', async () => {
    // By default, VS Code asks before it opens a file of this size.
    await setLargeFileConfirmation(1024);
    const uri = await writeWorkspaceFile('largest.txt', largeText(LARGEST));
    await commands.executeCommand('vscode.open', uri);
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 1);
    try {
      // The file exceeds the model's context window.
      await statusText(/^\$\(alert\) \$[\d.]+ · 1\d,\d{3},\d{3} tokens$/);
    } finally {
      clearInterval(timer);
    }
    assert.ok(longest < 5000, `the extension host was blocked for ${Math.round(longest)} ms`);
  });
});
