import assert from 'node:assert/strict';
import { commands, env, Position, Range, window, workspace, type TextEditor } from 'vscode';
import { fileCalls } from '../../../src/editor/settings/fileCalls';
import { completeScenario } from '../../../src/core/scenario/scenario';
import {
  answerFileCall,
  apiSpend,
  eventually,
  resetWindow,
  setSetting,
  statusText,
  statusTooltip,
  writeWorkspaceFile,
} from '../../support/window';

// openai/o1: 15 and 60 USD per million input and output tokens; openai/gpt-4o: 2.50 and 10 USD.

const PROMPTY = `---
name: Reply
model:
  api: chat
  configuration:
    type: azure_openai
    azure_deployment: gpt-4o
  parameters:
    max_tokens: 800
---
user:
hello world
`;

async function open(name: string, content: string): Promise<TextEditor> {
  const uri = await writeWorkspaceFile(name, new TextEncoder().encode(content));
  return window.showTextDocument(uri);
}

describe('the model and ceiling that a file names', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
  });
  after(resetWindow);

  it('are offered, used everywhere once the user says so, and given up again', async () => {
    await setSetting('codeLens.enabled', true);
    const { document } = await open('reply.prompty', PROMPTY);
    await statusText('$0.0300 · 2 tokens');
    const offered = await statusTooltip((text) => text.includes('This file names'));
    assert.match(offered, /This file names gpt-4o, at most 800 output tokens: \[use it\]/);
    await answerFileCall(document.uri, 'use');
    await statusText('$0.00801 · 2 tokens'); // 2 x 2.5 + 800 x 10 = 8,005 millionths
    const used = await statusTooltip((text) => text.includes('Model of this file: gpt-4o'));
    assert.match(used, /^\*\*GPT-4o\*\* · openai\/gpt-4o/);
    assert.match(used, /\| Output \(at most\) \| 800 \| \$10\.00 \| \$0\.00800 \|/);
    const { accessibilityLabel } = (await apiSpend()).statusItem;
    assert.match(accessibilityLabel, /Model of this file: gpt-4o, at most 800 output tokens\.$/);
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(
      await env.clipboard.readText(),
      /on openai\/gpt-4o .*\. Model of this file: gpt-4o/,
    );
    assert.ok((await (await apiSpend()).compare()).includes('openai/gpt-4o $0.00801'));
    const lenses = await eventually(
      () => commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 9),
      (found) => JSON.stringify(found).includes('$0.00801 per call'),
    );
    assert.match(JSON.stringify(lenses), /Model of this file: gpt-4o, at most 800 output tokens\./);
    await answerFileCall(document.uri, 'stop');
    await statusText('$0.0300 · 2 tokens');
  });

  it('follow the front matter while it is edited', async () => {
    const editor = await open('edited.prompt.md', '---\nmodel: gpt-4o\n---\nhello world');
    await statusText('$0.0300 · 2 tokens');
    await answerFileCall(editor.document.uri, 'use');
    await statusText('$0.00501 · 2 tokens'); // 2 x 2.5 + 500 x 10 = 5,005 millionths
    await editor.edit((edit) => edit.replace(new Range(1, 7, 1, 13), 'o1'));
    await statusText('$0.0300 · 2 tokens');
    await editor.edit((edit) => edit.insert(new Position(1, 9), '-nonsense'));
    const text = await statusTooltip((shown) => shown.includes('is not used'));
    assert.match(text, /The model that this file names is not used: "o1-nonsense" is not in the/);
    assert.match(text, /^\*\*OpenAI o1\*\* · openai\/o1/);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('are used in all files, or not offered, by the setting', async () => {
    await setSetting('useFileModel', 'on');
    const { document } = await open('on.prompt.md', '---\nmodel: gpt-4o\n---\nhello world');
    await statusText('$0.00501 · 2 tokens');
    await answerFileCall(document.uri, 'stopInAll');
    await statusText('$0.0300 · 2 tokens');
    assert.equal(workspace.getConfiguration('apiSpend').get('useFileModel'), 'ask');
    await statusTooltip((text) => text.includes('This file names gpt-4o'));
    await setSetting('useFileModel', 'off');
    await statusTooltip((text) => !text.includes('This file names'));
  });

  it('are not offered where they change nothing, or in Markdown that names something else', async () => {
    await open('same.prompt.md', '---\nmodel: o1\n---\nhello world');
    await statusText('$0.0300 · 2 tokens');
    await statusTooltip(
      (text) => text.includes('same.prompt.md') && !text.includes('This file names'),
    );
    await open('car.md', '---\nmodel: Beetle 1303\n---\nhello world');
    const text = await statusTooltip((shown) => shown.includes('car.md'));
    assert.doesNotMatch(text, /names|is not used/);
  });

  it('give way to what the user chooses', async () => {
    const memory = new Map<string, unknown>();
    fileCalls.remember({
      get: (key: string) => memory.get(key),
      update: async (key: string, value: unknown) => void memory.set(key, value),
    } as never);
    const { document } = await open('chosen.prompty', PROMPTY);
    const scenario = completeScenario({ outputTokens: 500 });
    const settings: Parameters<typeof fileCalls.price>[0] = { useFileModel: 'on', scenario };
    const priced = () => fileCalls.price(fileCalls.apply(settings, document));
    assert.equal(priced(), priced());
    assert.equal(priced().scenario.outputTokens, 800);
    await fileCalls.release('outputTokens');
    assert.equal(priced().scenario.outputTokens, 500);
    assert.equal(priced().fileCall?.isUsed, true);
    await fileCalls.release('model');
    assert.equal(priced().fileCall?.isUsed, false);
    await fileCalls.answer(document.uri.toString(), 'use');
    assert.equal(priced().scenario.outputTokens, 800);
    assert.equal(fileCalls.apply(settings, document.uri), settings);
  });
});
