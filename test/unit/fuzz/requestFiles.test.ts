import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupModels } from '../../../src/core/estimate/counts/groups';
import { estimateTexts } from '../../../src/core/estimate/estimate';
import { countContent } from '../../../src/core/fileCounts/fileCount';
import { countLargeFile } from '../../../src/core/fileCounts/largeFile';
import { fileParts } from '../../../src/core/files/fileParts';
import { languageOfPath } from '../../../src/core/files/languageOfPath';
import { renderFile } from '../../../src/core/files/templates/fileTemplate';
import { isOneCall, requestFacts } from '../../../src/core/requests/facts';
import { readRequestFile } from '../../../src/core/requests/read';
import { finish } from '../../../src/core/scheduling/sliced';
import { Slices } from '../../../src/core/scheduling/slices';
import { describeRequests } from '../../../src/wording/documents/requests';
import { ENGLISH } from '../../../src/wording/words';
import {
  assertShown,
  holds,
  holdsAsync,
  hostileText,
  jsonText,
  mutated,
  replacedOnce,
} from '../../support/fuzz';
import { bundledModel } from '../../support/priceTables';
import { counterOf } from '../core/tokens/support/counters';

const TOOL = {
  name: 'f',
  description: 'Finds.',
  parameters: {
    type: 'object',
    properties: {
      a: { type: 'string', enum: ['x'] },
      b: { type: 'array', items: { anyOf: [{}] } },
    },
    required: ['a'],
  },
};
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk';
const CHAT = {
  model: 'gpt-4o',
  max_tokens: 10,
  service_tier: 'flex',
  messages: [
    { role: 'system', content: 'Be brief.' },
    {
      role: 'user',
      name: 'Ann',
      content: [
        { type: 'text', text: 'Hello' },
        { type: 'image_url', image_url: { url: PICTURE, detail: 'high' } },
      ],
    },
    {
      role: 'assistant',
      tool_calls: [{ id: '1', type: 'function', function: { name: 'f', arguments: '{}' } }],
    },
    { role: 'tool', tool_call_id: '1', content: 'done' },
  ],
  tools: [{ type: 'function', function: TOOL }],
  response_format: { type: 'json_schema', json_schema: { name: 'a', schema: TOOL.parameters } },
};
const BODIES: readonly object[] = [
  CHAT,
  {
    model: 'claude-sonnet-4-5',
    max_tokens: 5,
    system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
    messages: [
      {
        role: 'user',
        content: [
          {
            type: 'document',
            source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0xLjQ=' },
          },
        ],
      },
    ],
    tools: [{ name: 'f', input_schema: TOOL.parameters }],
    usage: { input_tokens: 3, output_tokens: 1 },
  },
  {
    model: 'gpt-5',
    instructions: 'Be brief.',
    input: [
      { role: 'user', content: [{ type: 'input_text', text: 'Hi' }] },
      { type: 'function_call_output', call_id: 'c', output: 'x' },
    ],
  },
  {
    contents: [
      {
        role: 'user',
        parts: [{ text: 'Hi' }, { inlineData: { mimeType: 'audio/wav', data: 'UklGRg==' } }],
      },
    ],
    systemInstruction: { parts: [{ text: 'a' }] },
    generationConfig: { maxOutputTokens: 3 },
  },
  { custom_id: '1', method: 'POST', url: '/v1/chat/completions', body: CHAT },
  { key: '1', request: { contents: [{ parts: [{ text: 'Hi' }] }] } },
  { recordId: '1', modelInput: { messages: [{ role: 'user', content: 'a' }] } },
  { model: 'text-embedding-3-small', input: ['a', 'b'] },
  { model: 'command-r', message: 'Hi', chat_history: [{ role: 'USER', message: 'a' }] },
  { model: 'davinci-002', prompt: ['a'], max_tokens: 1 },
  { mcpServers: { a: { command: 'b', args: ['c'] } } },
  { tools: [{ name: 'f', description: 'a', inputSchema: TOOL.parameters }] },
  { request: CHAT, response: { usage: { prompt_tokens: 1, completion_tokens: 2 } } },
  [CHAT, CHAT],
];
const NOTEBOOK = {
  nbformat: 4,
  metadata: { language_info: { name: 'python' } },
  cells: [
    { cell_type: 'code', source: ['a\n', 'b'], outputs: [] },
    { cell_type: 'markdown', source: 'c' },
  ],
};

/** Stands where a deeply nested value is put. */
const DEEP = 'deep';

const models = ['openai/o1', 'anthropic/claude-sonnet-4-5'].map(bundledModel);
const groups = groupModels(models);
const by = { groups, counters: groups.encodings.map(counterOf) };
const slices = new Slices({
  sliceMs: Infinity,
  nowMs: () => 0,
  pause: async () => Promise.resolve(),
});

const paths = fc.constantFrom(
  'a.json',
  'a.jsonl',
  'a.ipynb',
  'a.prompty',
  'a.prompt.md',
  'a.txt',
  '.mcp.json',
  'a.jsonc',
);
const requestText = fc.oneof(
  jsonText(mutated(...BODIES)),
  fc.array(jsonText(mutated(...BODIES)), { maxLength: 3 }).map((lines) => lines.join('\n')),
  jsonText(mutated(NOTEBOOK)),
);

/** Front matter, roles, placeholders and tags, in any order. */
const promptText = fc
  .array(
    fc.oneof(
      hostileText,
      fc.constantFrom(
        '---',
        'model: gpt-4o',
        'model:\n  api: chat\n  configuration:\n    azure_deployment: a',
        'sample:\n  name: Ann',
        'sample: [1]',
        'inputs:\n  a:\n    default: 1',
        'system:',
        'user[name="Ann"]:',
        '{{name}}',
        '{{#if a}}b{{/if}}',
        '{% for a in b %}{{ a.c[0] }}{% endfor %}',
        '${name}',
        '&a [*a, *a]',
        '!!js/function "a"',
      ),
    ),
    { maxLength: 10 },
  )
  .map((lines) => lines.join('\n'));

function count(text: string, path: string) {
  const file = { path, languageId: languageOfPath(path) };
  const content = { kind: 'text' as const, bytes: text.length, ...fileParts(text, file) };
  return finish(countContent(content, by));
}

describe('random request files', function () {
  this.timeout(0);

  it('are counted request by request, or as the text that they are', () => {
    holds(fc.tuple(requestText, paths), ([text, path]) => {
      const counted = count(text, path);
      if (counted === 'toolsUnknown') return;
      const { counts } = counted;
      for (const [index, model] of models.entries()) {
        const each = counts[index];
        assert.ok(each && each.low <= each.tokens && each.tokens <= each.high);
        estimateTexts(model, [each], { outputTokens: 1 }, 0);
      }
    });
  });

  it('have notes of which every character is visible', () => {
    holds(fc.tuple(requestText, paths), ([text, path]) => {
      const read = finish(readRequestFile(text, { path, languageId: languageOfPath(path) }));
      if (!read) return;
      const facts = requestFacts(read);
      assert.ok(read.requests.length === 1 || !isOneCall(read.kind));
      for (const note of describeRequests(ENGLISH, facts)) assertShown(note);
    });
  });

  it('have the same counts read in ranges', async () => {
    await holdsAsync(
      fc.tuple(requestText, fc.integer({ min: 1, max: 99 })),
      async ([text, size]) => {
        const bytes = new TextEncoder().encode(text);
        const file = {
          path: 'a.jsonl',
          languageId: 'jsonl',
          countsRequests: true,
          countsText: true,
          async *read() {
            for (let start = 0; start < bytes.length; start += size)
              yield Promise.resolve(bytes.subarray(start, start + size));
          },
        };
        const { signal } = new AbortController();
        const counted = await countLargeFile(file, { ...by, slices, signal, progress: () => {} });
        assert.ok(counted !== undefined);
      },
    );
  });

  it('nested as deeply as a file can be are counted', () => {
    const opens = fc.constantFrom(
      ['[', ']'],
      ['{"type":"array","items":', '}'],
      ['{"properties":{"a":', '}}'],
      ['{"anyOf":[', ']}'],
      ['{"content":[', ']}'],
      ['{"parts":[', ']}'],
    );
    const deep = fc.tuple(replacedOnce(DEEP, ...BODIES, NOTEBOOK), opens, paths);
    holds(
      deep,
      ([body, [open = '', close = ''], path]) => {
        const value = `${open.repeat(20_000)}1${close.repeat(20_000)}`;
        count(
          JSON.stringify(body).replace(JSON.stringify(DEEP), () => value),
          path,
        );
      },
      0.02,
    );
  });
});

describe('random prompt files and templates', function () {
  this.timeout(0);

  it('are counted', () => {
    holds(fc.tuple(promptText, paths), ([text, path]) => {
      count(text, path);
    });
  });

  it('are rendered with values of any kind', async () => {
    const sample = jsonText(
      mutated({ name: 'Ann', a: { c: [1] } }, [{ name: 'Ann' }, { name: 'Bo' }]),
    );
    await holdsAsync(fc.tuple(promptText, paths, sample), async ([text, path, values]) => {
      const file = { path, languageId: languageOfPath(path) };
      const { parts } = fileParts(text, file);
      const readBeside = async () => Promise.resolve({ kind: 'text' as const, text: values });
      const { samples } = await renderFile({ text, file, parts, own: [], readBeside });
      assert.ok(samples.length > 0);
    });
  });
});
