import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFile, readLines, readOne, textsOf } from './support/reading';

/** A text that is sent; an empty one and a data: URL are not. */
const text = fc
  .oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }))
  .filter((each) => !each.trimStart().startsWith('data:'));
const texts = fc.array(text, { minLength: 1, maxLength: 5 });
/** As written in JSON, where -0 is 0. */
const schema = fc
  .dictionary(text, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true })
  .map((value) => JSON.parse(JSON.stringify(value)) as typeof value);

interface Sample {
  readonly body: object;
  readonly texts: readonly unknown[];
}

function sample<Value>(value: fc.Arbitrary<Value>, of: (value: Value) => Sample) {
  return value.map(of);
}

const openAi = sample(fc.tuple(texts, fc.option(schema)), ([each, parameters]) => ({
  body: {
    model: 'gpt-4o',
    messages: each.map((content, index) => ({
      role: index % 2 === 0 ? 'user' : 'assistant',
      content: index % 3 === 0 ? [{ type: 'text', text: content }] : content,
    })),
    ...(parameters && { tools: [{ type: 'function', function: { name: 'f', parameters } }] }),
  },
  texts: [...(parameters ? [{ name: 'f', parameters }] : []), ...each],
}));

const responses = sample(fc.tuple(text, texts), ([instructions, each]) => ({
  body: {
    model: 'gpt-5',
    instructions,
    input: each.map((content, index) =>
      index % 2 === 0
        ? { role: 'user', content: [{ type: 'input_text', text: content }] }
        : { type: 'function_call_output', call_id: 'c', output: content },
    ),
  },
  texts: [instructions, ...each],
}));

const anthropic = sample(fc.tuple(text, texts), ([system, each]) => ({
  body: {
    max_tokens: 1,
    model: 'claude',
    system,
    messages: [
      {
        role: 'user',
        content: each.map((content, index) =>
          index % 2 === 0
            ? { type: 'text', text: content }
            : { type: 'tool_result', tool_use_id: 't', content },
        ),
      },
    ],
  },
  texts: [system, ...each],
}));

const gemini = sample(fc.tuple(text, texts), ([system, each]) => ({
  body: {
    systemInstruction: { parts: [{ text: system }] },
    contents: [{ role: 'user', parts: each.map((part) => ({ text: part })) }],
  },
  texts: [system, ...each],
}));

const embeddings = sample(texts, (input) => ({
  body: { model: 'text-embedding-3-small', input },
  texts: input,
}));

const nova = sample(texts, (each) => ({
  body: { messages: [{ role: 'user', content: each.map((part) => ({ text: part })) }] },
  texts: each,
}));

const anySample = fc.oneof(openAi, responses, anthropic, gemini, embeddings, nova);

/** How a batch has a body. */
const ENVELOPES: readonly ((id: string, body: object) => object)[] = [
  (id, body) => ({ custom_id: id, method: 'POST', url: '', body }),
  (id, body) => ({ custom_id: id, body }),
  (id, body) => ({ custom_id: id, params: body }),
  (id, body) => ({ recordId: id, modelInput: body }),
];

describe('a request that was built of texts', () => {
  it('gives these texts back', () => {
    fc.assert(
      fc.property(anySample, (each) => {
        // JSON has one zero.
        const texts: unknown = JSON.parse(JSON.stringify(each.texts));
        assert.deepStrictEqual(textsOf(readOne(each.body)), texts);
      }),
    );
  });

  it('gives these texts back through each envelope, with its id', () => {
    const samples = fc.array(anySample, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(samples, fc.constantFrom(...ENVELOPES), (each, envelope) => {
        const lines = each.map(({ body }, index) => envelope(`id ${index}`, body));
        const { kind, requests, badLines } = readLines(...lines);
        assert.deepEqual([kind, badLines], ['batch', []]);
        assert.deepStrictEqual(
          requests.map((request) => [request.line, request.id, textsOf(request)]),
          each.map((one, index) => [index + 1, `id ${index}`, one.texts]),
        );
      }),
    );
  });

  it('gives these texts back through the envelope of Gemini', () => {
    fc.assert(
      fc.property(gemini, ({ body, texts: expected }) => {
        const [request, more] = readLines({ key: 'k', request: body }).requests;
        assert.ok(request && !more);
        assert.deepStrictEqual(textsOf(request), expected);
      }),
    );
  });

  it('gives these texts back as lines of plain texts', () => {
    fc.assert(
      fc.property(texts, (each) => {
        assert.deepStrictEqual(readLines(...each).requests.flatMap(textsOf), each);
      }),
    );
  });
});

describe('any text', () => {
  const KEYS =
    'messages role content type text input contents parts model prompt body custom_id request tools ' +
    'function tool_calls usage system source params modelInput message chat_history documents';
  const keys = fc.constantFrom(...KEYS.split(' '));
  const words = fc.constantFrom('user', 'assistant', 'text', 'image', 'tool_use', 'message', 'x');
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(words, fc.integer(), fc.constant(null), fc.boolean()),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
    ),
  }));

  /** The lines, or the entries of a list that is the only line. */
  const entriesIn = ([first, ...more]: readonly unknown[]): number =>
    Array.isArray(first) && more.length === 0 ? first.length : 1 + more.length;

  it('is read without an error, and never loses a line', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (values) => {
        const lines = values.map((value) => JSON.stringify(value));
        readFile(lines[0] ?? '');
        const file = readFile(lines.join('\n'), 'a.jsonl');
        if (file?.kind === 'requests' || file?.kind === 'batch' || file?.kind === 'training')
          assert.equal(file.requests.length + file.badLines.length, entriesIn(values));
      }),
      { numRuns: 1_000 },
    );
  });
});
