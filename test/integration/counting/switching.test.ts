import assert from 'node:assert/strict';
import { Position, window, workspace, type TextDocument } from 'vscode';
import { apiSpend, resetWindow, statusText, writeWorkspaceFile } from '../../support/window';

interface LargeFile {
  readonly name: string;
  readonly line: string;
  readonly lines: number;
  readonly tokensPerLine: number;
}

/** 5.2 and 5.6 MB. */
const FILES: readonly LargeFile[] = [
  {
    name: 'first.txt',
    line: 'The quick brown fox jumps over the lazy dog, 42 times a day.\n',
    lines: 85_000,
    tokensPerLine: 16,
  },
  {
    name: 'second.txt',
    line: 'hello world, hello again and again\n',
    lines: 160_000,
    tokensPerLine: 8,
  },
];

describe('switching between two large files while they are counted', () => {
  const documents: TextDocument[] = [];
  /** Current tokens of each file. The item must show them, or no number while counting. */
  const tokens = new Map(
    FILES.map(({ name, lines, tokensPerLine }) => [name, lines * tokensPerLine]),
  );
  let samples: string[] = [];

  before(async () => {
    await resetWindow({ model: 'openai/o1' });
    for (const { name, line, lines } of FILES) {
      const bytes = new TextEncoder().encode(line.repeat(lines));
      documents.push(await workspace.openTextDocument(await writeWorkspaceFile(name, bytes)));
    }
  });
  after(resetWindow);

  it('never shows the count of the other file', async () => {
    samples = [];
    for (let round = 0; round < 12; round++) {
      await window.showTextDocument(documentAt(round), { preview: false });
      await sampleFor(10 * round);
    }
    assert.ok(samples.includes('counting'), 'no sample was taken during counting');
    for (const index of [0, 1]) await endsRight(index);
  });

  it('never shows a count from before an edit', async () => {
    for (const [index, { name }] of FILES.entries()) {
      for (let edits = 0; edits < 5; edits++) {
        const editor = await window.showTextDocument(documentAt(index), { preview: false });
        const place = new Position(edits * 10_000, 0);
        const text = 'hello '.repeat(100);
        assert.ok(await editor.edit((edit) => edit.insert(place, text)));
        tokens.set(name, (tokens.get(name) ?? 0) + 100);
        await window.showTextDocument(documentAt(index + 1), { preview: false });
        await sampleFor(20);
        await window.showTextDocument(documentAt(index), { preview: false });
        await sampleFor(20);
      }
    }
    for (const index of [1, 0]) await endsRight(index);
  });

  function documentAt(index: number): TextDocument {
    const document = documents[index % documents.length];
    assert.ok(document);
    return document;
  }

  /**
   * Samples the item repeatedly for `ms` milliseconds. The time is the test: a switch meets the counting at another
   * point in each round, and no event tells of the states in between, which must be right as well.
   */
  async function sampleFor(ms: number): Promise<void> {
    const end = Date.now() + ms;
    do {
      // Lets the counting go on, in turns of the event loop; a command of the same host may take none.
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
      samples.push(await sample());
    } while (Date.now() < end);
  }

  /** The state of the item, after checking that it is about the active editor's current text. */
  async function sample(): Promise<string> {
    const look = await apiSpend();
    const { text, accessibilityLabel } = look.statusItem;
    const path = window.activeTextEditor?.document.uri.path ?? '';
    const name = path.slice(path.lastIndexOf('/') + 1);
    assert.ok(accessibilityLabel.includes(name), `${name} is active: ${accessibilityLabel}`);
    // While counting, the item shows blank figures, and later an icon.
    if (!/\d/.test(text)) return 'counting';
    assert.ok(text.includes(` ${tokens.get(name)?.toLocaleString('en')} tokens`), text);
    return 'ready';
  }

  async function endsRight(index: number): Promise<void> {
    await window.showTextDocument(documentAt(index), { preview: false });
    const name = FILES[index]?.name ?? '';
    await statusText(new RegExp(` · ${tokens.get(name)?.toLocaleString('en')} tokens$`));
  }
});
