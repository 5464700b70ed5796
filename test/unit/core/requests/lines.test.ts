import assert from 'node:assert/strict';
import { readRequestFile } from '../../../../src/core/requests/read';
import { readFile, readLines, readOne, textsOf } from './support/reading';

const line = (id: string, content: unknown = 'Hello'): string =>
  JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: 'gpt-4o', messages: [{ role: 'user', content }] },
  });

const linesOf = (text: string): unknown =>
  readFile(text, 'a.jsonl')?.requests.map((each) => [each.line, each.id]);

describe('lines of a batch', () => {
  it('have their numbers, with a byte order mark, CRLF, empty lines and an open end', () => {
    const expected = [
      [1, 'a'],
      [4, 'b'],
      [5, 'c'],
    ];
    for (const end of ['\n', '\r\n'])
      for (const start of ['', '\uFEFF'])
        for (const last of ['', end, end + end + ' ']) {
          const text = start + [line('a'), '', '  ', line('b'), line('c')].join(end) + last;
          assert.deepEqual(linesOf(text), expected);
          assert.deepEqual(readFile(text, 'a.jsonl')?.badLines, []);
        }
  });

  it('go on after one that is damaged', () => {
    const whole = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => line(id));
    const other = '{"model":"m","messages":[{"role":"user","content":"x"}]}';
    const text = [
      ...whole,
      '{"custom_id"',
      '{}',
      other,
      '{"custom_id":"x","body":{}}',
      'null',
      line('g'),
      line('h').slice(0, 40),
    ].join('\n');
    const file = readFile(text, 'a.jsonl');
    assert.equal(file?.requests.length, 7);
    assert.deepEqual(file.badLines, [
      { line: 7, reason: 'notJson' },
      { line: 8, reason: 'notRequest' },
      { line: 9, reason: 'otherKind' },
      { line: 10, reason: 'notRequest' },
      { line: 11, reason: 'notRequest' },
      { line: 13, reason: 'notJson' },
    ]);
  });

  it('are known by one envelope, however many others are damaged', () => {
    const cut = [line('a'), line('b').slice(0, 50)].join('\n');
    assert.deepEqual(linesOf(cut), [[1, 'a']]);
    assert.deepEqual(readFile(cut, 'a.jsonl')?.badLines, [{ line: 2, reason: 'notJson' }]);
    const damaged = [...Array.from({ length: 19 }, () => '{'), line('a'), line('b')].join('\n');
    assert.deepEqual(linesOf(damaged), [
      [20, 'a'],
      [21, 'b'],
    ]);
    const beyondSample = [...Array.from({ length: 20 }, () => '{'), line('a')].join('\n');
    assert.equal(readFile(beyondSample, 'a.jsonl'), undefined);
  });

  it('are requests, not examples, if they say how the answer is made, also if it is begun', () => {
    const messages = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: '{' },
    ];
    const kindOf = (more: object): unknown =>
      readFile(JSON.stringify({ messages, ...more }), 'a.jsonl')?.kind;
    assert.equal(kindOf({}), 'training');
    assert.equal(kindOf({ tools: [] }), 'training');
    for (const more of [{ max_tokens: 20 }, { temperature: 0 }, { stream: true }, { model: 'm' }])
      assert.equal(kindOf(more), 'requests', JSON.stringify(more));
  });

  it('may begin with a damaged one', () => {
    assert.deepEqual(linesOf(['# calls', line('a'), line('b')].join('\n')), [
      [2, 'a'],
      [3, 'b'],
    ]);
  });

  it('may have 20 MB', () => {
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,' } };
    image.image_url.url += 'A'.repeat(20_000_000);
    const long = line('big', [{ type: 'text', text: 'See' }, image]);
    const file = readFile([line('a'), long, line('b')].join('\n'), 'a.jsonl');
    assert.deepEqual(file?.requests.map(textsOf), [['Hello'], ['See'], ['Hello']]);
    assert.deepEqual(file.requests[1]?.media, [{ kind: 'image' }]);
    const text = readFile(line('big', image.image_url.url), 'a.jsonl');
    assert.deepEqual(text?.requests.map(textsOf), [[]]);
  });

  it('have base64 within results of tools', () => {
    const nested = (content: unknown): unknown => [{ type: 'tool_result', content }];
    const image = [{ type: 'image', source: { type: 'base64', data: '/9j/4AAQ' } }];
    const [request] = readLines({
      custom_id: 'a',
      params: { messages: [{ role: 'user', content: nested(nested(image)) }] },
    }).requests;
    assert.ok(request);
    assert.deepEqual(request.parts, []);
    assert.deepEqual(request.media, [{ kind: 'image' }]);
  });
});

describe('values that are nested deeply', () => {
  const DEPTH = 40_000;
  const wrap = (open: string, close: string): string => open.repeat(DEPTH) + close.repeat(DEPTH);

  it('are no text where no API takes them', () => {
    const deep = wrap('[', ']');
    const schema = `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`;
    const result = `${'[{"type":"tool_result","content":'.repeat(DEPTH)}"x"${'}]'.repeat(DEPTH)}`;
    const body = (tools: string, content: string): string =>
      `{"model":"m","messages":[{"role":"user","content":${content}}],"tools":[{"name":"f","input_schema":${tools}}]}`;
    for (const text of [body(schema, '"x"'), body('{}', result)]) {
      const file = readFile(text);
      assert.equal(file?.requests[0]?.unseen.get('other'), 1);
      assert.equal(readFile(`${text}\n${text}`, 'a.jsonl')?.requests.length, 2);
    }
    for (const text of [deep, body('{}', deep), `{"input":${deep}}`, `{"response":${schema}}`])
      for (const path of ['a.json', 'a.jsonl', 'a.jsonc'])
        assert.equal(readFile(text, path), undefined);
  });
});

describe('the slices of reading', () => {
  const slicesOf = (text: string, path = 'a.jsonl'): number => {
    const work = readRequestFile(text, { path, languageId: '' });
    let slices = 0;
    while (work.next().done !== true) slices++;
    return slices;
  };

  it('grow with the lines, and with nothing else', () => {
    const few = `${line('a', 'Hello '.repeat(500))}\n`.repeat(250);
    const slices = [1, 2, 10].map((times) => slicesOf(few.repeat(times)) / (few.length * times));
    const [once = 0, twice = 0, tenfold = 0] = slices;
    // The first lines are a slice each, as nothing is known of the file.
    const first = 20 / few.length;
    assert.ok(Math.abs(once - first - (twice - first / 2)) < 0.2 * twice, slices.join());
    assert.ok(Math.abs(twice - first / 2 - (tenfold - first / 10)) < 0.1 * tenfold, slices.join());
    assert.ok(slicesOf(few) > 25, String(slicesOf(few)));
  });

  it('are none for another file, and few for lines that are no requests', () => {
    assert.equal(slicesOf(`# Calls\n${`${line('a')}\n`.repeat(1_000)}`, 'a.txt'), 0);
    assert.ok(slicesOf('{"level":"info"}\n'.repeat(100_000)) < 25);
    assert.ok(slicesOf('{"level":"info"}\n'.repeat(100_000), 'a.json') < 5);
  });

  it('find no request in a large JSON file without parsing it', () => {
    const rows = '{"id":1,"tags":["a"]},'.repeat(50_000);
    assert.ok(slicesOf(`{"rows":[${rows}{}]}`, 'a.json') < 30);
    assert.equal(slicesOf(`[${rows}{}]`, 'a.json'), 0);
  });
});

describe('a JSON file', () => {
  it('tells the line on which its request begins', () => {
    const text = `\n\n  ${line('a')}\n`;
    assert.deepEqual(
      readFile(text)?.requests.map((each) => each.line),
      [3],
    );
  });

  it('may have keys with quotes and brackets before its messages', () => {
    const odd = { 'a"]}': '}]"\\', '\\': ['{"messages":'], '{': { input: 1 } };
    const messages = [{ role: 'user', content: 'x' }];
    for (const before of [odd, { 'a\\': 1 }, { 'a\\"': 1 }, { a: '\\\\' }])
      assert.deepEqual(textsOf(readOne({ ...before, messages })), ['x']);
    assert.equal(readFile(JSON.stringify(odd)), undefined);
  });
});
