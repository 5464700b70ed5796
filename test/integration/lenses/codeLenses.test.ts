import assert from 'node:assert/strict';
import { commands, Position, Range, window, workspace, type CodeLens, type Uri } from 'vscode';
import {
  apiSpend,
  eventually,
  resetWindow,
  setSetting,
  statusText,
  writeWorkspaceFile,
} from '../../support/window';

// Costs are for openai/o1: 15 USD per million input tokens, 60 USD per million output tokens, 500 output tokens.

const PROMPTY = [
  '---',
  'name: an example with front matter',
  '---',
  'system:',
  'hello world',
  '',
  'user:',
  'hello hello hello',
  '',
].join('\n');

async function lensesOf(uri: Uri): Promise<readonly CodeLens[]> {
  return commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
}

/** Each lens as "line: title". */
async function titlesOf(uri: Uri): Promise<readonly string[]> {
  return (await lensesOf(uri)).map(
    ({ range, command }) => `${range.start.line}: ${command?.title}`,
  );
}

async function shows(uri: Uri, wanted: readonly string[]): Promise<void> {
  await eventually(
    () => titlesOf(uri),
    (titles) => JSON.stringify(titles) === JSON.stringify(wanted),
  );
}

async function open(name: string, content: string): Promise<Uri> {
  const uri = await writeWorkspaceFile(name, new TextEncoder().encode(content));
  await window.showTextDocument(uri);
  return uri;
}

describe('code lenses above prompts', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1', 'codeLens.enabled': true });
  });
  after(resetWindow);

  it('are off by default and disappear when they are turned off', async () => {
    await setSetting('codeLens.enabled', undefined);
    const uri = await open('lens.prompt.md', 'hello world');
    await shows(uri, []);
    await setSetting('codeLens.enabled', true);
    await shows(uri, ['0: 2 tokens · $0.0300 per call · no longer sold']);
    await setSetting('codeLens.enabled', false);
    await shows(uri, []);
    const known = await commands.getCommands();
    assert.deepEqual(
      known.filter((id) => id === '_apiSpend.comparePart'),
      [],
    );
  });

  it('are told of in the tooltip of one prompt file until the user turns them on', async () => {
    await setSetting('codeLens.enabled', undefined);
    const hasHint = async (): Promise<boolean> =>
      (await apiSpend()).statusItem.tooltip.includes('Prompt files can show tokens and cost');
    await open('lens.txt', 'hello world');
    await statusText('$0.0300 · 2 tokens');
    assert.equal(await hasHint(), false);
    const uri = await open('lens.prompt.md', 'hello');
    await statusText('$0.0300 · 1 token');
    assert.equal(await hasHint(), true);
    await open('hint.prompt.md', 'hello hello');
    await statusText('$0.0300 · 2 tokens');
    assert.equal(await hasHint(), false);
    await window.showTextDocument(uri);
    await statusText('$0.0300 · 1 token');
    assert.equal(await hasHint(), true);
    await commands.executeCommand('_apiSpend.answerLensHint', true);
    await shows(uri, ['0: 1 token · $0.0300 per call · no longer sold']);
    assert.equal(await hasHint(), false);
    await setSetting('codeLens.enabled', undefined);
    await shows(uri, []);
    assert.equal(await hasHint(), false);
  });

  it('exclude front matter', async () => {
    const uri = await open(
      'lens.prompt.md',
      '---\r\ndescription: many words\r\n---\r\nhello world',
    );
    await shows(uri, ['0: 2 tokens · $0.0300 per call · no longer sold']);
    await statusText('$0.0300 · 2 tokens');
  });

  it('appear above each role of a .prompty file with the cost of its text', async () => {
    const uri = await open('lens.prompty', PROMPTY);
    await shows(uri, [
      '0: 5 tokens · $0.0301 per call · no longer sold',
      '3: 2 tokens · $0.0000300 as input',
      '6: 3 tokens · $0.0000450 as input',
    ]);
    // The status bar prices the same text.
    await statusText('$0.0301 · 5 tokens');
    const { tooltip } = (await apiSpend()).statusItem;
    assert.ok(tooltip.includes('Front matter and role lines are not counted'), tooltip);
    assert.ok((await (await apiSpend()).compare()).includes('openai/o1 $0.0301'));
    await setSetting('treatTextAs', 'output');
    await shows(uri, [
      '0: 5 tokens · $0.000300 per call · no longer sold',
      '3: 2 tokens · $0.000120 as output',
      '6: 3 tokens · $0.000180 as output',
    ]);
    await setSetting('treatTextAs', undefined);
  });

  it('show 0 tokens for a role without text', async () => {
    const uri = await open('lens.prompty', 'system:\n\nuser:\nhello\n');
    await shows(uri, [
      '0: 1 token · $0.0300 per call · no longer sold',
      '0: 0 tokens · $0.00 as input',
      '2: 1 token · $0.0000150 as input',
    ]);
    const texts = ['', '---\ndescription: many words\n---\n', '---\na: b\n---'];
    for (const [index, text] of texts.entries()) {
      const empty = await open(`empty-${index}.prompt.md`, text);
      await shows(empty, ['0: No text']);
      // The comparison would be of the whole document.
      const [lens] = await lensesOf(empty);
      assert.equal(lens?.command?.command, '');
    }
  });

  it('follow edits', async () => {
    const uri = await open('lens.prompty', PROMPTY);
    await shows(uri, [
      '0: 5 tokens · $0.0301 per call · no longer sold',
      '3: 2 tokens · $0.0000300 as input',
      '6: 3 tokens · $0.0000450 as input',
    ]);
    const editor = await window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(new Position(4, 11), ' hello\n\nassistant:\nhello'));
    await shows(uri, [
      '0: 7 tokens · $0.0301 per call · no longer sold',
      '3: 3 tokens · $0.0000450 as input',
      '6: 1 token · $0.0000150 as input',
      '9: 3 tokens · $0.0000450 as input',
    ]);
    await editor.edit((edit) => edit.delete(new Range(0, 0, 3, 0)));
    await shows(uri, [
      '0: 7 tokens · $0.0301 per call · no longer sold',
      '0: 3 tokens · $0.0000450 as input',
      '3: 1 token · $0.0000150 as input',
      '6: 3 tokens · $0.0000450 as input',
    ]);
  });

  it('follow the settings for the model, scenario, prices and files', async () => {
    const uri = await open('lens.prompt.md', 'hello world');
    await shows(uri, ['0: 2 tokens · $0.0300 per call · no longer sold']);
    await setSetting('scenario.outputTokens', 0);
    await shows(uri, ['0: 2 tokens · $0.0000300 per call · no longer sold']);
    await setSetting('model', 'anthropic/claude-opus-5-5');
    await shows(uri, ['0: ≈3 tokens · ≈$0.0000120 per call']);
    await setSetting('pricing.overrides', { 'anthropic/claude-opus-5-5': { input: 8 } });
    await shows(uri, ['0: ≈3 tokens · ≈$0.0000240 per call · your own price']);
    await setSetting('scenario.conversationTurns', 2);
    await shows(uri, ['0: ≈3 tokens · ≈$0.0000480 per conversation · your own price']);
    await setSetting('scenario.conversationTurns', undefined);
    await setSetting('codeLens.files', ['*.nothing']);
    await shows(uri, []);
    await setSetting('codeLens.files', ['lens.*.md']);
    await shows(uri, ['0: ≈3 tokens · ≈$0.0000240 per call · your own price']);
  });

  it('appear above the files that agents read, and no others', async () => {
    for (const name of ['AGENTS.md', 'CLAUDE.md', '.github/copilot-instructions.md']) {
      await shows(await open(name, 'hello'), ['0: 1 token · $0.0300 per call · no longer sold']);
    }
    await shows(await open('notes.md', 'hello'), []);
  });

  it('explain a missing price and an invalid setting', async () => {
    const uri = await open('lens.prompty', 'user:\nhello\n');
    await setSetting('model', 'openai/gpt-4-turbo');
    await setSetting('scenario.serviceTier', 'ultrafast');
    await shows(uri, ['0: 1 token · no price', '0: 1 token · no price']);
    await setSetting('scenario.serviceTier', undefined);
    await setSetting('model', 'gpt-0$(bug)');
    const problem = '0: $(warning) API Spend: no cost';
    await shows(uri, [problem, problem]);
  });

  it('open the comparison of their text on a click and then restore the selection', async () => {
    const uri = await open('lens.prompty', PROMPTY);
    const [, , user] = await eventually(
      () => lensesOf(uri),
      (lenses) => lenses[2]?.command !== undefined,
    );
    assert.ok(user?.command);
    const { command, arguments: args = [] } = user.command;
    await statusText(/tokens$/);
    const closed = commands.executeCommand(command, ...(args as unknown[]));
    await statusText('$0.0300 · 3 tokens selected');
    const comparison = await (await apiSpend()).compare();
    assert.ok(comparison.includes('openai/o1 $0.0300'));
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await closed;
    assert.ok(window.activeTextEditor?.selection.isEmpty);
    assert.equal(
      workspace.textDocuments.find(({ isDirty }) => isDirty),
      undefined,
    );
  });
});
