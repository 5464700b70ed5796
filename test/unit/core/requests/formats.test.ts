import assert from 'node:assert/strict';
import { requestFacts } from '../../../../src/core/requests/facts';
import { base64, png } from '../../../support/media';
import { readOne, summaryOf, textsOf } from './support/reading';

const NO_FILE = { kind: 'requests', badLines: [], repeatedIds: [] } as const;
const PNG = 'data:image/png;base64,iVBORw0KGgo=';

/** A name, a body, the texts that are sent, and all else that is known of it. */
const BODIES: readonly [
  name: string,
  body: object,
  texts: readonly unknown[],
  summary: Readonly<Record<string, unknown>>,
][] = [
  [
    'OpenAI chat',
    {
      model: 'gpt-4o',
      messages: [
        { role: 'system', content: 'Be "brief".' },
        { role: 'user', content: 'Zeile\n😀' },
      ],
      max_tokens: 50,
    },
    ['Be "brief".', 'Zeile\n😀'],
    { messages: 2, modelName: 'gpt-4o', maxOutputTokens: 50 },
  ],
  [
    'OpenAI chat with parts of all kinds',
    {
      model: 'gpt-5',
      max_completion_tokens: 9,
      max_tokens: 8,
      messages: [
        {
          role: 'user',
          name: 'Ann',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'image_url', image_url: { url: PNG } },
            { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
            { type: 'input_audio', input_audio: { data: 'UklGRg==', format: 'wav' } },
            { type: 'file', file: { file_data: 'data:application/pdf;base64,JVBERi0=' } },
            { type: 'hologram', data: 'x' },
          ],
        },
        { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] },
        { role: 'assistant', content: null, refusal: 'Never.' },
        { role: 'assistant', audio: { id: 'audio_1' } },
      ],
    },
    ['Ann', 'What is this?', 'No.', 'Never.'],
    {
      messages: 4,
      modelName: 'gpt-5',
      maxOutputTokens: 9,
      image: 2,
      audio: 1,
      document: 1,
      other: 1,
      reference: 1,
    },
  ],
  [
    'OpenAI chat with tools',
    {
      model: 'gpt-4o',
      tools: [
        { type: 'function', function: { name: 'get', parameters: { type: 'object' } } },
        { type: 'custom', custom: { name: 'run' } },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'answer', schema: { type: 'object', properties: {} } },
      },
      messages: [
        { role: 'user', content: 'Go' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [
            { id: 'call_1', type: 'function', function: { name: 'get', arguments: '{"a": 1}' } },
            { id: 'call_2', type: 'custom', custom: { name: 'run', input: 'ls' } },
          ],
        },
        { role: 'tool', tool_call_id: 'call_1', content: '21 °C' },
        { role: 'assistant', function_call: { name: 'old', arguments: '{}' } },
      ],
    },
    [
      { name: 'get', parameters: { type: 'object' } },
      { name: 'run' },
      { type: 'object', properties: {} },
      'Go',
      'get',
      '{"a": 1}',
      'run',
      'ls',
      '21 °C',
      'old',
      '{}',
    ],
    { messages: 4, tools: 2, modelName: 'gpt-4o' },
  ],
  [
    'OpenAI responses with a text',
    { model: 'gpt-5', instructions: 'Be kind.', input: 'Hello', max_output_tokens: 300 },
    ['Be kind.', 'Hello'],
    { messages: 2, modelName: 'gpt-5', maxOutputTokens: 300 },
  ],
  [
    'OpenAI responses with items',
    {
      model: 'gpt-5',
      previous_response_id: 'resp_1',
      input: [
        { role: 'developer', content: 'Rules' },
        {
          type: 'message',
          role: 'user',
          content: [
            { type: 'input_text', text: 'Look' },
            { type: 'input_image', image_url: PNG },
            { type: 'input_file', file_id: 'file_1' },
          ],
        },
        { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'gAAA' },
        { type: 'function_call', call_id: 'c1', name: 'get', arguments: '{"b":2}' },
        { type: 'function_call_output', call_id: 'c1', output: 'done' },
        {
          type: 'function_call_output',
          call_id: 'c2',
          output: [{ type: 'input_text', text: 'also' }],
        },
        { type: 'item_reference', id: 'msg_1' },
      ],
      tools: [
        { type: 'function', name: 'get', parameters: { type: 'object' }, strict: true },
        { type: 'web_search' },
      ],
      text: { format: { type: 'json_schema', name: 'a', schema: { type: 'object' } } },
    },
    [
      { type: 'function', name: 'get', parameters: { type: 'object' }, strict: true },
      { type: 'object' },
      'Rules',
      'Look',
      'get',
      '{"b":2}',
      'done',
      'also',
    ],
    {
      messages: 6,
      tools: 1,
      modelName: 'gpt-5',
      other: 2,
      image: 1,
      document: 1,
      reference: 2,
    },
  ],
  [
    'OpenAI embeddings of one text',
    { model: 'text-embedding-3-small', input: 'one' },
    ['one'],
    { messages: 0, modelName: 'text-embedding-3-small', hasAnswer: false },
  ],
  [
    'OpenAI embeddings of texts',
    { model: 'text-embedding-3-small', input: ['one', 'two'] },
    ['one', 'two'],
    { messages: 0, modelName: 'text-embedding-3-small', hasAnswer: false },
  ],
  [
    'OpenAI embeddings of tokens',
    {
      model: 'text-embedding-3-large',
      input: [
        [1, 2],
        [3, 4],
      ],
    },
    [],
    { messages: 0, modelName: 'text-embedding-3-large', hasAnswer: false, tokenIds: 4 },
  ],
  [
    'a completion of tokens',
    { model: 'gpt-3.5-turbo-instruct', prompt: [1, 2, 3], max_tokens: 5 },
    [],
    { messages: 0, modelName: 'gpt-3.5-turbo-instruct', maxOutputTokens: 5, tokenIds: 3 },
  ],
  [
    'OpenAI chat with a predicted answer, a text file and marks for the cache',
    {
      model: 'gpt-4o',
      prediction: { type: 'content', content: 'as before' },
      messages: [
        {
          role: 'user',
          content: [
            // "Grüße"
            { type: 'file', file: { file_data: 'data:text/plain;base64,R3LDvMOfZQ==' } },
            { type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } },
          ],
        },
      ],
    },
    ['Grüße', 'Hi'],
    { messages: 1, modelName: 'gpt-4o', other: 1, marksCache: true },
  ],
  [
    'a completion',
    { model: 'gpt-3.5-turbo-instruct', prompt: ['Once', 'Twice'], suffix: 'end', max_tokens: 7 },
    ['Once', 'Twice', 'end'],
    { messages: 0, modelName: 'gpt-3.5-turbo-instruct', maxOutputTokens: 7 },
  ],
  [
    'Anthropic',
    {
      model: 'claude-sonnet-4-5',
      max_tokens: 1024,
      system: [
        { type: 'text', text: 'You are', cache_control: { type: 'ephemeral' } },
        { type: 'text', text: 'kind' },
      ],
      tools: [
        {
          name: 'weather',
          description: 'Tells',
          input_schema: { type: 'object' },
          cache_control: { type: 'ephemeral' },
        },
        { type: 'web_search_20250305', name: 'web_search', max_uses: 5 },
      ],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Hi' },
            {
              type: 'image',
              source: { type: 'base64', media_type: 'image/jpeg', data: '/9j/4AAQ' },
            },
            {
              type: 'document',
              title: 'Plan',
              source: { type: 'text', media_type: 'text/plain', data: 'The plan' },
            },
            { type: 'document', source: { type: 'base64', data: 'JVBERi0=' } },
            {
              type: 'document',
              source: { type: 'content', content: [{ type: 'text', text: 'Chunk' }] },
            },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Hm', signature: 'c2ln' },
            { type: 'redacted_thinking', data: 'ZGF0YQ==' },
            { type: 'tool_use', id: 't1', name: 'weather', input: { city: 'Köln' } },
          ],
        },
        {
          role: 'user',
          content: [
            {
              type: 'tool_result',
              tool_use_id: 't1',
              content: [
                { type: 'text', text: '15 degrees' },
                { type: 'image', source: { type: 'base64', data: '/9j/4AAQ' } },
              ],
            },
            { type: 'tool_result', tool_use_id: 't2', content: 'plain' },
          ],
        },
      ],
    },
    [
      { name: 'weather', description: 'Tells', input_schema: { type: 'object' } },
      'You are',
      'kind',
      'Hi',
      'Plan',
      'The plan',
      'Chunk',
      'Hm',
      'weather',
      '{"city":"Köln"}',
      '15 degrees',
      'plain',
    ],
    {
      messages: 4,
      tools: 1,
      marksCache: true,
      modelName: 'claude-sonnet-4-5',
      maxOutputTokens: 1024,
      image: 2,
      document: 1,
      other: 2,
    },
  ],
  [
    'Anthropic with a system text',
    {
      model: 'claude-3-haiku',
      max_tokens: 1,
      system: 'Short',
      messages: [{ role: 'user', content: 'x' }],
    },
    ['Short', 'x'],
    { messages: 2, modelName: 'claude-3-haiku', maxOutputTokens: 1 },
  ],
  [
    'Gemini in camelCase',
    {
      model: 'models/gemini-2.5-flash',
      systemInstruction: { parts: [{ text: 'Rules' }] },
      contents: [
        {
          role: 'user',
          parts: [
            { text: 'See' },
            { inlineData: { mimeType: 'image/png', data: 'iVBORw0=' } },
            { fileData: { mimeType: 'video/mp4', fileUri: 'gs://b/v.mp4' } },
          ],
        },
        { role: 'model', parts: [{ functionCall: { name: 'get', args: { a: 1 } } }] },
        {
          role: 'user',
          parts: [{ functionResponse: { name: 'get', response: { out: 'ok' } } }],
        },
      ],
      tools: [
        { functionDeclarations: [{ name: 'get', parameters: { type: 'OBJECT' } }] },
        { googleSearch: {} },
      ],
      generationConfig: { maxOutputTokens: 64, responseSchema: { type: 'STRING' } },
    },
    [
      { name: 'get', parameters: { type: 'OBJECT' } },
      { type: 'STRING' },
      'Rules',
      'See',
      'get',
      '{"a":1}',
      'get',
      '{"out":"ok"}',
    ],
    {
      messages: 4,
      tools: 1,
      modelName: 'gemini-2.5-flash',
      maxOutputTokens: 64,
      image: 1,
      video: 1,
      other: 1,
    },
  ],
  [
    'Gemini in snake_case',
    {
      system_instruction: { parts: { text: 'Rules' } },
      cached_content: 'cachedContents/1',
      contents: {
        parts: [{ text: 'Hear' }, { inline_data: { mime_type: 'audio/wav', data: 'UklGRg==' } }],
      },
      tools: [{ function_declarations: [{ name: 'get' }] }],
      generation_config: { max_output_tokens: 5 },
    },
    [{ name: 'get' }, 'Rules', 'Hear'],
    { messages: 2, tools: 1, maxOutputTokens: 5, audio: 1, reference: 1 },
  ],
  [
    'Gemini embeddings',
    {
      model: 'models/gemini-embedding-001',
      content: { parts: [{ text: 'one' }, { text: 'two' }] },
    },
    ['one', 'two'],
    { messages: 0, modelName: 'gemini-embedding-001', hasAnswer: false },
  ],
  [
    'Cohere v1',
    {
      model: 'command-r',
      preamble: 'Be a bard.',
      chat_history: [
        { role: 'USER', message: 'Hi' },
        { role: 'CHATBOT', message: 'Lo' },
      ],
      message: 'Sing',
      documents: [{ id: 'd1', title: 'Song', snippet: 'La', url: 'u', _excludes: ['url'] }],
      max_tokens: 12,
    },
    ['Be a bard.', '{"title":"Song","snippet":"La"}', 'Hi', 'Lo', 'Sing'],
    { messages: 4, modelName: 'command-r', maxOutputTokens: 12 },
  ],
  [
    'Cohere v2',
    {
      model: 'command-a-03-2025',
      documents: ['A text', { id: 'd', data: { title: 'T' } }],
      messages: [
        { role: 'user', content: 'Ask' },
        {
          role: 'assistant',
          tool_plan: 'I will look',
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
        },
        {
          role: 'tool',
          tool_call_id: 'c',
          content: [{ type: 'document', document: { data: '{"x":1}' } }],
        },
      ],
    },
    ['A text', '{"title":"T"}', 'Ask', 'I will look', 'f', '{}', '{"x":1}'],
    { messages: 3, modelName: 'command-a-03-2025' },
  ],
  [
    'Cohere embeddings',
    { model: 'embed-v4.0', texts: ['a', 'b'], input_type: 'search_document' },
    ['a', 'b'],
    { messages: 0, modelName: 'embed-v4.0', hasAnswer: false },
  ],
  [
    'Cohere embeddings of mixed inputs',
    {
      model: 'embed-v4.0',
      input_type: 'search_query',
      inputs: [
        {
          content: [
            { type: 'text', text: 'a' },
            { type: 'image_url', image_url: { url: PNG } },
          ],
        },
      ],
    },
    ['a'],
    { messages: 0, modelName: 'embed-v4.0', hasAnswer: false, image: 1 },
  ],
  [
    'reranking',
    { model: 'rerank-v3.5', query: 'Which?', documents: ['This', { text: 'That' }], top_n: 1 },
    ['Which?', 'This', 'That'],
    { messages: 0, modelName: 'rerank-v3.5', hasAnswer: false },
  ],
  [
    'Ollama chat',
    {
      model: 'llama3.2',
      messages: [
        { role: 'user', content: 'What?', images: ['iVBORw0KGgo='] },
        {
          role: 'assistant',
          content: '',
          tool_calls: [{ function: { name: 'g', arguments: {} } }],
        },
      ],
      format: { type: 'object' },
      options: { num_predict: 20 },
      stream: false,
    },
    [{ type: 'object' }, 'What?', 'g', '{}'],
    { messages: 2, modelName: 'llama3.2', maxOutputTokens: 20, image: 1 },
  ],
  [
    'Ollama generate',
    {
      model: 'llama3.2',
      system: 'Be terse',
      prompt: 'Why?',
      images: ['iVBORw0KGgo='],
      options: { num_predict: -1 },
    },
    ['Be terse', 'Why?'],
    { messages: 2, modelName: 'llama3.2', image: 1 },
  ],
  [
    'Claude on Bedrock',
    {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 30,
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
    },
    ['Hi'],
    { messages: 1, maxOutputTokens: 30 },
  ],
  [
    'Amazon Nova',
    {
      system: [{ text: 'Be a guide' }],
      messages: [
        {
          role: 'user',
          content: [
            { text: 'Watch' },
            { image: { format: 'png', source: { bytes: 'iVBORw0=' } } },
            { video: { format: 'mp4', source: { bytes: 'AAAA' } } },
            { document: { format: 'txt', name: 'd', source: { text: 'A page' } } },
            { document: { format: 'pdf', name: 'd', source: { bytes: 'JVBERi0=' } } },
            { cachePoint: { type: 'default' } },
          ],
        },
        {
          role: 'assistant',
          content: [{ toolUse: { toolUseId: 'u', name: 'look', input: { at: 1 } } }],
        },
        {
          role: 'user',
          content: [{ toolResult: { toolUseId: 'u', content: [{ json: { seen: true } }] } }],
        },
      ],
      toolConfig: {
        tools: [{ toolSpec: { name: 'look', inputSchema: { json: { type: 'object' } } } }],
      },
      inferenceConfig: { maxTokens: 99 },
    },
    [
      { name: 'look', inputSchema: { json: { type: 'object' } } },
      'Be a guide',
      'Watch',
      'A page',
      'look',
      '{"at":1}',
      '{"seen":true}',
    ],
    {
      messages: 4,
      tools: 1,
      marksCache: true,
      maxOutputTokens: 99,
      image: 1,
      video: 1,
      document: 1,
    },
  ],
  [
    'Amazon Titan',
    { inputText: 'Write', textGenerationConfig: { maxTokenCount: 512 } },
    ['Write'],
    { messages: 0, maxOutputTokens: 512 },
  ],
  [
    'Llama on Bedrock',
    { prompt: '<|begin_of_text|>Hi', max_gen_len: 128, temperature: 0.5 },
    ['<|begin_of_text|>Hi'],
    { messages: 0, maxOutputTokens: 128 },
  ],
  [
    'Mistral',
    {
      model: 'mistral-small-latest',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Read' },
            { type: 'image_url', image_url: PNG },
            { type: 'document_url', document_url: 'https://example.com/a.pdf' },
          ],
        },
        { role: 'assistant', content: 'It', prefix: true },
      ],
    },
    ['Read', 'It'],
    { messages: 2, modelName: 'mistral-small-latest', image: 1, document: 1 },
  ],
];

describe('the body of a request', () => {
  for (const [name, body, texts, summary] of BODIES)
    it(`is read: ${name}`, () => {
      const request = readOne(body);
      assert.deepStrictEqual(textsOf(request), texts);
      assert.deepStrictEqual(summaryOf(request), { ...summary });
      assert.deepEqual([request.line, request.id, request.usage], [1, undefined, undefined]);
    });

  it('has a language for definitions and schemas alone', () => {
    const { parts } = readOne({
      model: 'm',
      tools: [{ type: 'function', function: { name: 'get' } }],
      messages: [{ role: 'user', content: 'x' }],
    });
    assert.deepStrictEqual(parts, [
      { text: '{"name":"get"}', languageId: 'tools/json' },
      {
        text: 'namespace functions {\n\ntype get = () => any;\n\n} // namespace functions',
        languageId: 'tools/types',
      },
      { text: 'x', languageId: '' },
    ]);
  });
});

describe('messages that the model wrote', () => {
  const said = (role: string, text: string) => ({ role, content: text });
  const parts = (role: string, text: string) => ({ role, parts: [{ text }] });
  for (const [name, body] of [
    ['OpenAI chat', { messages: [said('user', 'a'), said('assistant', 'b'), said('user', 'c')] }],
    [
      'OpenAI responses',
      { model: 'm', instructions: 's', input: [said('user', 'a'), said('assistant', 'b')] },
    ],
    ['Gemini', { contents: [parts('user', 'a'), parts('model', 'b'), parts('user', 'c')] }],
    [
      'Cohere v1',
      { model: 'command-r', message: 'c', chat_history: [{ role: 'CHATBOT', message: 'b' }] },
    ],
  ] as const)
    it(`are counted: ${name}`, () => assert.equal(readOne(body).modelMessages, 1));
});

describe('a base64 file within a text', () => {
  const bytes = base64(png(800, 600)).replaceAll('=', '') + 'A'.repeat(200);
  const url = `data:image/png;base64,${bytes}`;
  const json = JSON.stringify({ image: url, name: 'a' });
  const part = { text: '{"image":"","name":"a"}', languageId: '' };
  const user = (content: unknown): unknown => ({
    model: 'm',
    messages: [{ role: 'user', content }],
  });
  const gemini = (functionResponse: unknown): unknown => ({
    contents: [{ role: 'user', parts: [{ functionResponse }] }],
  });

  for (const [place, body, parts] of [
    ['as the whole text', user(url), []],
    ['in the text of a part', user([{ type: 'text', text: json }]), [part]],
    ['without a URL', user(`See ${bytes}`), [{ ...part, text: 'See ' }]],
    [
      'in the JSON of a result',
      { model: 'm', messages: [{ role: 'tool', tool_call_id: 'a', content: json }] },
      [part],
    ],
    ['in a result of Anthropic', user([{ type: 'tool_result', content: json }]), [part]],
    ['in a result of Gemini', gemini({ response: { image: url, name: 'a' } }), [part]],
    ['in a text of the Responses API', { model: 'gpt-5', input: json }, [part]],
    ['in a prompt', { model: 'gpt-5', max_tokens: 5, prompt: json }, [part]],
  ] as const)
    it(`is neither text nor a picture, and is said: ${place}`, () => {
      const request = readOne(body);
      assert.deepStrictEqual(request.parts, parts);
      assert.deepStrictEqual(request.media, []);
      assert.deepStrictEqual([...request.unseen], [['base64', 1]]);
      const length = url.length - (place === 'without a URL' ? 'data:image/png;base64,'.length : 0);
      assert.equal(request.base64Length, length);
      assert.equal(
        requestFacts({ ...NO_FILE, requests: [request, request] }).base64Length,
        2 * length,
      );
    });

  it('is a picture where it is a part of the result of a function of Gemini', () => {
    const inlineData = { mimeType: 'image/png', data: bytes };
    const { parts, media, unseen } = readOne(
      gemini({ name: 'shot', response: { ok: true }, parts: [{ inlineData }, {}] }),
    );
    assert.deepStrictEqual(
      parts.map(({ text }) => text),
      ['shot', '{"ok":true}'],
    );
    assert.deepStrictEqual(media, [{ kind: 'image', width: 800, height: 600 }]);
    assert.deepStrictEqual([...unseen], [['other', 1]]);
  });

  it('is not what is short, or only looks so', () => {
    for (const text of [
      PNG,
      'data:image/png;base64,short',
      `See ${PNG}`,
      'data: base64,x',
      'data:image/png',
    ]) {
      const { parts, media, base64Length } = readOne(user(text));
      assert.deepStrictEqual(parts, [{ text, languageId: '' }]);
      assert.deepStrictEqual([media, base64Length], [[], undefined]);
    }
  });
});
