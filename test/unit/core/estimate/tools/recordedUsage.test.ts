import assert from 'node:assert/strict';
import { runTerminal } from '../../../../support/terminal';

// What the APIs counted for whole requests with tools, as others have published it.

interface Recorded {
  readonly system?: string;
  readonly user: string;
  readonly functions: readonly object[];
  readonly tokens: number;
}

const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
});

/** https://github.com/hmarr/openai-chat-tokens, tests/token-counts.test.ts: gpt-3.5-turbo. */
const HELLO: readonly Recorded[] = [
  { functions: [{ name: 'foo', parameters: object({}) }], tokens: 31, user: 'hello' },
  {
    functions: [{ name: 'foo', description: 'Do a foo', parameters: object({}) }],
    tokens: 36,
    user: 'hello',
  },
  {
    functions: [
      {
        name: 'bing_bong',
        description: 'Do a bing bong',
        parameters: object({
          foo: { type: 'string' },
          bar: { type: 'number', description: 'A number' },
        }),
      },
    ],
    tokens: 57,
    user: 'hello',
  },
  {
    functions: [
      {
        name: 'bing_bong',
        description: 'Do a bing bong',
        parameters: object({
          foo: object({
            bar: { type: 'string', enum: ['a', 'b', 'c'] },
            baz: { type: 'boolean' },
          }),
        }),
      },
    ],
    tokens: 68,
    user: 'hello',
  },
  {
    functions: [
      {
        name: 'get_recipe',
        parameters: object(
          {
            ingredients: {
              type: 'array',
              items: object(
                {
                  name: { type: 'string' },
                  unit: {
                    enum: ['grams', 'ml', 'cups', 'pieces', 'teaspoons'],
                    type: 'string',
                  },
                  amount: { type: 'number' },
                },
                ['name', 'unit', 'amount'],
              ),
            },
            instructions: {
              type: 'array',
              items: { type: 'string' },
              description: 'Steps to prepare the recipe (no numbering)',
            },
            time_to_cook: {
              type: 'number',
              description: 'Total time to prepare the recipe in minutes',
            },
          },
          ['ingredients', 'instructions', 'time_to_cook'],
        ),
      },
    ],
    tokens: 106,
    user: 'hello',
  },
  {
    system: 'Hello:',
    user: 'Hi there',
    functions: [{ name: 'do_stuff', parameters: object({}) }],
    tokens: 35,
  },
];

const WEATHER = {
  name: 'get_current_weather',
  description: 'Get the current weather in a given location',
  parameters: object(
    {
      location: {
        type: 'string',
        description: 'The city and state, e.g. San Francisco, CA',
      },
      unit: {
        type: 'string',
        description: 'The unit of temperature to return',
        enum: ['celsius', 'fahrenheit'],
      },
    },
    ['location'],
  ),
};

/** https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken */
const COOKBOOK = {
  system: 'You are a helpful assistant that can answer to questions about the weather.',
  user: "What's the weather like in San Francisco?",
  functions: [WEATHER],
};

interface Counted {
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly notCounted?: readonly string[];
  /** Dollars of the whole prompt. */
  readonly inputUsd: string;
}

/** Dollars per million tokens of input. */
const RATES = { 'openai/gpt-3.5-turbo': 0.5, 'openai/gpt-4': 30, 'openai/gpt-4o': 2.5 };

/** Tokens of the prompt that are billed: the messages, the tools and what the chat format adds. */
async function countPrompt(
  model: keyof typeof RATES,
  request: Omit<Recorded, 'tokens'>,
): Promise<number> {
  const { inputUsd } = await count(model, bodyOf(request));
  return Math.round((Number(inputUsd) * 1e6) / RATES[model]);
}

async function count(model: string, body: object): Promise<Counted> {
  const args = ['estimate', 'a.json', '--json', '--model', model, '--at', '2026-11-23'];
  const { stdout, stderr } = await runTerminal(args, { 'a.json': JSON.stringify(body) });
  const { files } = JSON.parse(stdout) as { files: { estimates: Counted[] }[] };
  const [counted] = files[0]?.estimates ?? [];
  assert.ok(counted, stderr);
  return counted;
}

function bodyOf({ system, user, functions }: Omit<Recorded, 'tokens'>): object {
  return {
    tools: functions.map((each) => ({ type: 'function', function: each })),
    messages: [
      ...(system === undefined ? [] : [{ role: 'system', content: system }]),
      { role: 'user', content: user },
    ],
  };
}

describe('tools, as the APIs counted them', () => {
  it('have the recorded tokens on gpt-3.5-turbo', async () => {
    for (const each of HELLO) {
      const { tokens, low, high } = await count('openai/gpt-3.5-turbo', bodyOf(each));
      const billed = await countPrompt('openai/gpt-3.5-turbo', each);
      assert.equal(billed, each.tokens, JSON.stringify(each));
      assert.deepEqual([low, high], [tokens, tokens]);
    }
  });

  it('have the tokens of OpenAI’s own example on gpt-4 and gpt-4o', async () => {
    assert.equal(await countPrompt('openai/gpt-4', COOKBOOK), 105);
    assert.equal(await countPrompt('openai/gpt-4o', COOKBOOK), 101);
  });

  it('have a band on newer models of OpenAI, whose form is not documented', async () => {
    const { tokens, low, high } = await count('openai/gpt-6-luna', bodyOf(COOKBOOK));
    assert.ok(low < tokens && tokens < high);
    assert.ok(high - low <= 16, `${low} to ${high}`);
  });

  it('have a band at Anthropic around its example, with the system prompt of the model', async () => {
    // https://docs.anthropic.com/en/docs/build-with-claude/token-counting: 403, of which 346 are the system prompt.
    const { parameters, ...named } = WEATHER;
    const { location } = parameters.properties as { location: object };
    const tool = {
      ...named,
      name: 'get_weather',
      input_schema: object({ location }, ['location']),
    };
    const messages = [{ role: 'user', content: COOKBOOK.user }];
    const body = { tools: [tool], messages };
    const { low, high } = await count('anthropic/claude-sonnet-4-5', body);
    // The page's system prompt of today has 496.
    const documented = 403 - 346 + 496;
    assert.ok(low <= documented && documented <= high, `${low} to ${high}`);
    const forced = { ...body, tool_choice: { type: 'any' } };
    const any = await count('anthropic/claude-sonnet-4-5', forced);
    assert.equal(any.low - low, 588 - 496);
    const without = await count('anthropic/claude-sonnet-4-5', { messages });
    assert.ok(without.high < 40);
  });

  it('have a band at Google around its example', async () => {
    // https://ai.google.dev/gemini-api/docs/tokens: 206 with four functions, 22 without.
    const functionDeclarations = Object.entries({
      add: '+',
      subtract: '-',
      multiply: '*',
      divide: '/',
    }).map(([name, sign]) => ({
      name,
      description: `returns a ${sign} b.`,
      parameters: {
        type: 'OBJECT',
        properties: { a: { type: 'NUMBER' }, b: { type: 'NUMBER' } },
        required: ['a', 'b'],
      },
    }));
    const text = 'I have 57 cats, each owns 44 mittens, how many mittens is that in total?';
    const contents = [{ parts: [{ text }] }];
    const body = { tools: [{ functionDeclarations }], contents };
    const { low, high } = await count('google/gemini-2.5-flash', body);
    assert.ok(low <= 206 && 206 <= high, `${low} to ${high}`);
  });

  it('are a lower limit where the vendor says nothing', async () => {
    const { notCounted, low, high } = await count('mistral/mistral-large-2512', bodyOf(COOKBOOK));
    assert.deepEqual(notCounted, ['tools', 'messages']);
    assert.ok(low < high);
  });

  it('have more with the name of an author and with a schema of the answer', async () => {
    const messages = [{ role: 'user', name: 'Ann', content: 'hello' }];
    const named = await count('openai/gpt-4o', { model: 'gpt-4o', messages });
    // "Ann", one for having a name, "hello"; 4 for the message and 3 for the reply.
    assert.equal(named.tokens, 3 + 7);
    const schema = object({ answer: { type: 'string' } });
    const response_format = { type: 'json_schema', json_schema: { name: 'a', schema } };
    const { low, high } = await count('openai/gpt-4o', { messages, response_format });
    assert.ok(low > 3 + 7 && low < high);
  });
});
