import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileCall, parseFileCall } from '../../../../src/core/files/fileCall';

function call(yaml: string): readonly [string | undefined, number | undefined] | undefined {
  const found = parseFileCall(yaml);
  return found && [found.modelName, found.maxOutputTokens];
}

describe('what front matter says of a call', () => {
  const found: [what: string, yaml: string, wanted: ReturnType<typeof call>][] = [
    ['a model', 'description: x\nmodel: gpt-4o', ['gpt-4o', undefined]],
    ['a quoted name with a comment', "model: 'GPT-4.1' # fast", ['GPT-4.1', undefined]],
    ['a name that looks like a number', 'model: 4.1', ['4.1', undefined]],
    ['the first of a list', 'model: [Claude Sonnet 4.5, GPT-5]', ['Claude Sonnet 4.5', undefined]],
    ["VS Code's vendor behind a name", 'model: GPT-4o (copilot)', ['GPT-4o', undefined]],
    ['other parentheses', 'model: Claude (Preview)', ['Claude (Preview)', undefined]],
    [
      'a deployment and parameters of Prompty',
      'name: Reply\nmodel:\n  api: chat\n  configuration:\n    type: azure_openai\n    azure_deployment: gpt-4o\n  parameters:\n    max_tokens: 800\nsample:\n  max_tokens: 1',
      ['gpt-4o', 800],
    ],
    [
      "Prompty's OpenAI name",
      'model:\n  configuration: {type: openai, name: gpt-4o}\n  parameters: {max_completion_tokens: 9}',
      ['gpt-4o', 9],
    ],
    [
      "Prompty 2's id",
      'model:\n  id: gpt-4o\n  options:\n    maxOutputTokens: 1000',
      ['gpt-4o', 1000],
    ],
    [
      'dotprompt',
      'model: googleai/gemini-2.5-pro\nconfig:\n  maxOutputTokens: 400',
      ['googleai/gemini-2.5-pro', 400],
    ],
    ['a ceiling alone', 'max_tokens: 5', [undefined, 5]],
    [
      'a deployment from the environment',
      'model:\n  configuration:\n    azure_deployment: ${env:DEPLOYMENT}\n  parameters:\n    max_tokens: 800',
      [undefined, 800],
    ],
    ['neither', 'description: x', undefined],
    ['a ceiling that is none', 'max_tokens: 0', undefined],
    ['a ceiling in words', 'max_tokens: many', undefined],
    ['a ceiling beyond all models', 'max_tokens: 10000001', undefined],
    ['a text', 'just a text', undefined],
    ['nothing', '', undefined],
    ['YAML that is being typed', 'model: "gpt', undefined],
    ['a placeholder', 'model: {{model}}', undefined],
    ['no name', 'model:', undefined],
    ['keys of the prototype', '__proto__:\n  model: x\nconstructor: y', undefined],
  ];
  for (const [what, yaml, wanted] of found) it(what, () => assert.deepEqual(call(yaml), wanted));

  it('is read from the front matter of a file that is a prompt', () => {
    const of = (text: string, path: string): unknown => {
      const lines = text.split('\n');
      return fileCall(
        { count: lines.length, at: (line) => lines[line] ?? '' },
        { path, languageId: '' },
      )?.modelName;
    };
    assert.equal(of('---\nmodel: gpt-4o\n---\nHi', 'a.prompt.md'), 'gpt-4o');
    assert.equal(of('---\nmodel: gpt-4o\n---\nHi', 'a.prompty'), 'gpt-4o');
    assert.equal(of('---\nmodel: gpt-4o\n---\nHi', 'a.md'), 'gpt-4o');
    assert.equal(of('---\nmodel: gpt-4o\n---\nHi', 'a.yaml'), undefined);
    assert.equal(of('---\n---\nmodel: gpt-4o', 'a.prompt.md'), undefined);
    assert.equal(of('model: gpt-4o', 'a.prompt.md'), undefined);
    assert.equal(
      of(`---\nmodel: gpt-4o\nx: ${'y'.repeat(20_000)}\n---\n`, 'a.prompt.md'),
      undefined,
    );
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        parseFileCall(text);
        parseFileCall(`model: ${text}`);
      }),
    );
  });
});
