import assert from 'node:assert/strict';
import {
  commands,
  env,
  LanguageModelTextPart,
  lm,
  Position,
  Selection,
  window,
  workspace,
  type TextEditor,
  type Uri,
} from 'vscode';
import { ESTIMATE_TOOL } from '../../../src/editor/programs/tool/register';
import { TEMPLATE_CASE } from '../../support/templateCase';
import {
  apiSpend,
  eventually,
  exportedApi,
  resetWindow,
  setSetting,
  statusText,
  statusTooltip,
  writeWorkspaceFile,
} from '../../support/window';
import { textOfNotes } from '../../support/notes';

// openai/o1: 15 and 60 USD per million input and output tokens, 500 output tokens.
// o200k_base: "hello" 1 token, each " world" 1; "hello {{a}}" 4.

const PROMPTY = '---\nname: Greet\n---\nuser:\nhello {{a}}\n';

async function write(name: string, content: string): Promise<Uri> {
  return writeWorkspaceFile(name, new TextEncoder().encode(content));
}

async function open(name: string, content: string): Promise<TextEditor> {
  return window.showTextDocument(await write(name, content));
}

async function lensesOf(uri: Uri, wanted: string): Promise<string> {
  const lenses = await eventually(
    () => commands.executeCommand('vscode.executeCodeLensProvider', uri, 9),
    (found) => JSON.stringify(found).includes(wanted),
  );
  return JSON.stringify(lenses);
}

/** Opens a report, and reads the count of its only file. */
async function tokensInReport(command: string, kind: string, uri?: Uri): Promise<unknown> {
  await commands.executeCommand(command, uri);
  const subject = await eventually(
    async () => (await apiSpend()).reportSubject,
    (found) => found?.kind === kind && found.files[0]?.path === TEMPLATE_CASE.name,
  );
  assert.ok(subject);
  const { files, groups, notes = [] } = subject;
  assert.match(textOfNotes(notes), /ounted with sample values/);
  assert.match(textOfNotes(notes), /ront matter/);
  return files[0]?.counts[groups.indexOf('o200k_base')]?.[0];
}

async function askTool(input: object): Promise<string> {
  const { content } = await lm.invokeTool(ESTIMATE_TOOL, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
}

describe('values of templates', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
  });
  after(resetWindow);

  it('give every surface the same number', async () => {
    await setSetting('codeLens.enabled', true);
    const { name, text, sampleName, sample, tokens, cost } = TEMPLATE_CASE;
    await write(sampleName, sample);
    const { document } = await open(name, text);
    await statusText(`${cost} · ${tokens} tokens · mean of 2 samples`);
    const tooltip = await statusTooltip((shown) => shown.includes('sample values'));
    assert.match(tooltip, /Counted with sample values of surfaces\.sample\.json: a, c\./);
    assert.match(tooltip, /Front matter and role lines are not counted/);
    assert.match(tooltip, /All placeholders have a value: \[change…\]/);
    const lens = `${tokens} tokens · ${cost} per call · mean of 2 samples`;
    assert.match(
      await lensesOf(document.uri, lens),
      /4\.5 tokens · \$0\.0000675 as input · mean of 2/,
    );
    assert.ok((await (await apiSpend()).compare()).includes(`openai/o1 ${cost}`));
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(await env.clipboard.readText(), /\. Mean of 2 samples\.$/);
    const { shown } = await exportedApi();
    assert.ok(shown.kind === 'estimate' && shown.estimate.count.tokens === tokens);
    assert.equal(await tokensInReport('apiSpend.openReport', 'document'), tokens);
    assert.equal(await tokensInReport('apiSpend.estimateFiles', 'files', document.uri), tokens);
    const answer = await askTool({ filePath: document.uri.toString(), models: ['openai/o1'] });
    assert.match(answer, new RegExp(`\\| ${tokens} \\|`));
    assert.match(answer, /Counted with sample values of surfaces\.sample\.json/);
  });

  it('follow edits of the template and of the file beside it', async () => {
    const sample = await write('edited.sample.json', '{"a":"world"}');
    const editor = await open('edited.prompty', PROMPTY);
    await statusText('$0.0300 · 2 tokens');
    await editor.edit((edit) => edit.insert(new Position(4, 11), ' world world'));
    await statusText('$0.0301 · 4 tokens'); // 4 x 15 + 500 x 60 = 30,060 millionths
    await workspace.fs.writeFile(sample, new TextEncoder().encode('{"a":"world world world"}'));
    await statusText('$0.0301 · 6 tokens');
    await workspace.fs.writeFile(sample, new TextEncoder().encode('{"a":'));
    await statusText('$0.0301 · 6 tokens'); // as written: 4, and 2
    await statusTooltip((text) =>
      text.includes('edited.sample.json is not used: it is not valid JSON. Expected: one JSON'),
    );
    await workspace.fs.delete(sample);
    await statusTooltip((text) => text.includes('1 placeholder without a value: [fill in…]'));
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('have the mean of several samples and the one that costs the most', async () => {
    await write(
      'many.sample.json',
      '[{"a":"world"},{"a":"world world"},{"a":"world world world world"}]',
    );
    await open('many.prompty', PROMPTY);
    // 2, 3 and 5 tokens: (30,030 + 30,045 + 30,075) / 3 = 30,050 millionths
    await statusText('$0.0301 · 3.3 tokens · mean of 3 samples');
    await statusTooltip((text) =>
      /3 samples: on average 3\.3 tokens, .*0\.0301; the most expensive: 5 tokens, .*0\.0301 \(sample 3\)\./.test(
        text,
      ),
    );
  });

  it('are the user’s first, stay in the workspace, and can be forgotten', async () => {
    await write('own.sample.json', '{"a":"world"}');
    const { document } = await open('own.prompty', PROMPTY);
    await statusText('$0.0300 · 2 tokens');
    const own = await (await apiSpend()).templateValues();
    await own.set(document.uri.toString(), { a: 'world world world' });
    await statusText('$0.0301 · 4 tokens');
    assert.equal(document.isDirty, false);
    await own.set(document.uri.toString(), {});
    await statusText('$0.0300 · 2 tokens');
  });

  it('count in a selection, too', async () => {
    await write('part.sample.json', '{"a":"world world"}');
    const editor = await open('part.prompty', PROMPTY);
    await statusText('$0.0300 · 3 tokens');
    editor.selections = [new Selection(4, 5, 4, 11)];
    await statusText('$0.0300 · 2 tokens selected');
  });
});
