import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../support/priceTables';
import { readFile } from './support/reading';

const CHAT = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello' }] };

/** JSON files that hold no request, though some look like one. */
const ORDINARY: Readonly<Record<string, unknown>> = {
  package: { name: 'a', version: '1.0.0', scripts: { test: 'mocha' }, dependencies: { b: '^1' } },
  tsconfig: { compilerOptions: { strict: true }, include: ['src'] },
  'package-lock': { lockfileVersion: 3, packages: { '': { name: 'a' } } },
  'VS Code settings': { 'editor.fontSize': 12, 'files.exclude': { dist: true } },
  'VS Code tasks': { version: '2.0.0', tasks: [], inputs: [{ id: 'a', type: 'promptString' }] },
  'VS Code launch': { configurations: [{ type: 'node', request: 'launch' }] },
  'OpenAPI document': {
    openapi: '3.1.0',
    paths: { '/chat': { post: { requestBody: { content: { 'application/json': {} } } } } },
  },
  'JSON schema': {
    $schema: 'x',
    type: 'object',
    properties: { messages: { type: 'array' }, model: { type: 'string' } },
    required: ['messages', 'model'],
  },
  translations: { messages: { hello: 'Hello' } },
  'list of translations': { messages: [{ id: 'hello', text: 'Hello' }] },
  'lint messages': [{ filePath: 'a.js', messages: [{ ruleId: 'x', message: 'y' }] }],
  'mail box': { messages: [{ from: 'a', to: 'b', content: 'Hi' }] },
  'empty messages': { model: 'm', messages: [] },
  'messages with unknown roles': { model: 'm', messages: [{ role: 'admin', content: 'Hi' }] },
  'messages of which one is none': { model: 'm', messages: [{ role: 'user', content: 'x' }, 1] },
  users: [
    { role: 'user', name: 'Ann' },
    { role: 'admin', name: 'Bob' },
  ],
  'role bindings': { role: 'user', content: 'x' },
  'a list of numbers': [1, 2, 3],
  'a list of texts': ['one', 'two'],
  'an empty list': [],
  'an empty object': {},
  'a text': 'Hello',
  'a number': 7,
  nothing: null,
  'a list of lists': [[{ role: 'user', content: 'x' }]],
  cars: { model: 'T', wheels: 4 },
  'a car with an input': { model: 'T', input: '12 V', wheels: 4 },
  'a car with numbers': { model: 'T', id: 1, name: 'Tin Lizzie', input: [1, 2] },
  'a picture model': { model: 'resnet', input: [224, 224, 3] },
  'fields of a class': { model: 'Order', input: ['id', 'name'] },
  'pictures of a product': { model: 'T-800', images: ['a.png'] },
  'texts of a product': { model: 'T-800', texts: ['Nice'] },
  'a log line': { level: 'info', message: 'Started', model: 'gpt-4o' },
  'a prompt of a dialog': { prompt: 'Your name?', default: 'me' },
  'an input of a form': { input: 'text', label: 'Name' },
  'a page': { content: 'Hello', title: 'Page' },
  'a table of contents': { contents: [{ title: 'One', page: 1 }] },
  'contents with parts of a machine': { contents: [{ parts: [{ name: 'wheel' }] }] },
  'contents with numbers as roles': { contents: [{ role: 1, parts: [{ text: 'x' }] }] },
  'a HAR file': { log: { entries: [{ request: { method: 'GET', url: '/' } }] } },
  'a Postman call': { name: 'x', request: { method: 'POST', url: '/', body: { raw: '{}' } } },
  'an HTTP call': { key: 'a', request: { url: '/', input: 'x', prompt: 'y' } },
  'an HTTP body': { method: 'POST', url: '/v1/users', body: { name: 'Ann' } },
  'an id with parameters': { custom_id: 'a', params: { page: 1 } },
  'a JSON-RPC call': { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'x' } },
  'an answer of OpenAI without its usage': {
    object: 'chat.completion',
    model: 'gpt-4o',
    choices: [{ message: { role: 'assistant', content: 'Hi' } }],
  },
  'an answer of OpenAI responses': {
    object: 'response',
    model: 'gpt-5',
    instructions: 'x',
    output: [{ type: 'message', role: 'assistant', content: [] }],
  },
  'an answer of Gemini without its usage': {
    candidates: [{ content: { role: 'model', parts: [{ text: 'Hi' }] } }],
  },
  'a plan with its usage': { name: 'pro', usage: { prompt_tokens: 1, completion_tokens: 2 } },
  'an answer of Ollama': {
    model: 'llama',
    message: { role: 'assistant', content: 'x' },
    done: true,
  },
  'an answer of a batch': {
    custom_id: 'a',
    response: { status_code: 200, body: { model: 'm', choices: [] } },
  },
  'a result of Anthropic': { custom_id: 'a', result: { type: 'succeeded', message: {} } },
  'a saved embedding': { model: 'text-embedding-3-small', input: 'x', embedding: [0.1] },
  'an evaluated answer': { model: 'gpt-4o', input: 'Q', output: 'A', score: 1 },
  'a list of models': { data: [{ id: 'gpt-4o', object: 'model' }] },
  GeoJSON: { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {} }] },
  'a notebook': { cells: [{ cell_type: 'code', source: 'x' }], nbformat: 4 },
  'an image generation without a model': { prompt: 'a cat', size: '1024x1024' },
  'documents of a search': { query: 'x', documents: ['a'] },
  'a GraphQL query': { query: '{ a }', variables: {} },
  'an Elasticsearch query': { query: { match: { title: 'x' } }, size: 10 },
  'a Lottie animation': { v: '5.5', layers: [{ ty: 4 }], assets: [] },
};

describe('a JSON file that holds no request', () => {
  for (const [name, value] of Object.entries(ORDINARY))
    it(`is left alone: ${name}`, () => {
      assert.equal(readFile(JSON.stringify(value)), undefined);
      assert.equal(readFile(JSON.stringify(value, undefined, 2)), undefined);
      // A line that is a text is a prompt.
      if (typeof value === 'string') return;
      assert.equal(readFile(JSON.stringify(value, undefined, 2), 'a.jsonl'), undefined);
      // "{ prompt }" is a request in lines alone.
      const isPrompt = name.includes('prompt of') || name.includes('image generation');
      const lines = `${JSON.stringify(value)}\n`.repeat(3);
      assert.equal(readFile(lines, 'a.jsonl') !== undefined, isPrompt);
    });

  it('is one of the project', () => {
    const folders = ['.', 'src', 'test/fixtures', 'scripts'];
    const paths = folders.flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(projectRoot, folder, name)),
    );
    assert.ok(paths.length >= 4);
    for (const path of paths) assert.equal(readFile(readFileSync(path, 'utf8')), undefined, path);
  });

  it('is damaged, empty, or cut', () => {
    for (const text of ['', ' \n', '{', '[', '[{', '{"messages"', '{"messages":[', '"', '\uFEFF'])
      for (const path of ['a.json', 'a.jsonl', 'a.jsonc'])
        assert.equal(readFile(text, path), undefined, text);
    assert.equal(readFile(JSON.stringify(CHAT).slice(0, -1)), undefined);
  });
});

describe('a file that may hold requests', () => {
  it('is JSON or JSONL by its name, its language, or its first characters', () => {
    const text = JSON.stringify(CHAT);
    for (const path of ['a.json', 'A.JSON', 'a.jsonc', 'a.jsonl', 'a.ndjson', 'dir/a.batch.jsonl'])
      assert.ok(readFile(text, path), path);
    for (const path of ['a.txt', 'a.log', 'a.md', 'a', 'a.json5', 'a.yaml']) {
      assert.equal(readFile(text, path)?.kind, 'request', path);
      assert.equal(readFile(`${text}\n${text}\n`, path)?.kind, 'requests', path);
      for (const other of [
        `See ${text}`,
        `${text} is a call`,
        '{ "model": the car }',
        `"${'x'.repeat(99)}"`,
      ])
        assert.equal(readFile(other, path), undefined, other);
    }
  });

  it('may have comments if VS Code opens it so', () => {
    const text = `// a call\n${JSON.stringify(CHAT, undefined, 1)}`;
    assert.equal(readFile(text, 'a.jsonc')?.requests.length, 1);
    assert.equal(readFile(text, 'a.json'), undefined);
  });

  it('is told by its content, whatever its name', () => {
    const lines = `${JSON.stringify(CHAT)}\n${JSON.stringify(CHAT)}`;
    assert.equal(readFile(lines, 'a.json')?.kind, 'requests');
    assert.equal(readFile(JSON.stringify(CHAT, undefined, 2), 'a.jsonl')?.kind, 'request');
    assert.equal(readFile(JSON.stringify(CHAT), 'a.jsonl')?.kind, 'requests');
  });

  it('has requests in most of its first lines', () => {
    const chat = JSON.stringify(CHAT);
    const withBad = (bad: number, good: number): unknown =>
      readFile([...Array(bad).fill('{}'), ...Array(good).fill(chat)].join('\n'), 'a.jsonl')?.kind;
    assert.equal(withBad(9, 11), 'requests');
    assert.equal(withBad(10, 10), undefined);
    assert.equal(withBad(20, 500), undefined);
    assert.equal(withBad(1, 1), undefined);
  });
});
