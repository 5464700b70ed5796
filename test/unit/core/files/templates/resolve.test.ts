import assert from 'node:assert/strict';
import { readHead } from '../../../../../src/core/files/templates/head';
import { resolveValues, type FileBeside } from '../../../../../src/core/files/templates/resolve';

const HEAD = `sample:
  name: inline
  city: inline
  context: \${file:context.txt}
inputs:
  name: { type: string, default: by default }
  question: { default: why }
  plain: by default
  typed: string
`;

async function resolve(
  yaml: string,
  files: Readonly<Record<string, string>>,
  ...own: Readonly<Record<string, unknown>>[]
) {
  const readBeside = async (path: string): Promise<FileBeside | undefined> => {
    const text = files[path];
    return Promise.resolve(text === undefined ? undefined : { kind: 'text', text });
  };
  return resolveValues({ fileName: 'greet.prompt.md', head: readHead(yaml), own, readBeside });
}

describe('the values of a template', () => {
  it('have an order of rank: own, the file beside, the sample, defaults', async () => {
    const files = { 'greet.sample.json': '{"name":"file","own":"file"}', 'context.txt': 'much' };
    const { samples, files: used, broken } = await resolve(HEAD, files, { own: 'own' });
    assert.deepEqual(samples, [
      {
        name: 'file',
        city: 'inline',
        context: 'much',
        question: 'why',
        plain: 'by default',
        own: 'own',
      },
    ]);
    assert.deepEqual(used.toSorted(), ['context.txt', 'greet.sample.json']);
    assert.deepEqual(broken, []);
  });

  it('come from the most particular file, with all samples of its list', async () => {
    const files = {
      'greet.sample.json': '{"name":"other"}',
      'greet.prompt.sample.json': '\uFEFF[{"name":"a"},{"name":"b","x":1}]',
    };
    const { samples, files: used } = await resolve('', files);
    assert.deepEqual(samples, [{ name: 'a' }, { name: 'b', x: 1 }]);
    assert.deepEqual(used, ['greet.prompt.sample.json']);
  });

  it('come from the file that the front matter names, as ${file:…} or by its name', async () => {
    for (const sample of ['${file:data/a.json}', 'data/a.json']) {
      const { samples } = await resolve(`sample: ${sample}`, {
        'data/a.json': '[{"a":1},{"a":2}]',
      });
      assert.deepEqual(samples, [{ a: 1 }, { a: 2 }]);
    }
    const both = await resolve('sample: a.json', {
      'a.json': '{"a":1,"b":1}',
      'greet.sample.json': '{"a":2}',
    });
    assert.deepEqual(both.samples, [{ a: 2, b: 1 }]);
  });

  it('are read from lists of inputs, and from Dotprompt’s defaults', async () => {
    const list = 'inputs:\n- {name: a, default: 1}\n- {name: b, sample: 2}\n';
    assert.deepEqual((await resolve(list, {})).samples, [{ a: 1, b: 2 }]);
    assert.deepEqual((await resolve('input: {default: {a: 1}}', {})).samples, [{ a: 1 }]);
  });

  it('are one set for each sample of the highest list', async () => {
    const files = { 'greet.sample.json': '[{"a":1},{"a":2}]' };
    const one = await resolve('', files, { b: 0 });
    assert.deepEqual(one.samples, [
      { a: 1, b: 0 },
      { a: 2, b: 0 },
    ]);
    const three = await resolve('', files, { b: 1 }, { b: 2 }, { a: 3 });
    assert.deepEqual(three.samples, [{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 3 }]);
  });

  it('leave out broken files, and say why', async () => {
    const why = async (text: string) =>
      (await resolve('', { 'greet.sample.json': text })).broken.map(({ problem }) => problem);
    assert.deepEqual(await why('{"a":'), [{ kind: 'notJson' }]);
    assert.deepEqual(await why('3'), [{ kind: 'notObjects' }]);
    assert.deepEqual(await why('[]'), [{ kind: 'emptyList' }]);
    assert.deepEqual(await why('[{}, 2]'), [{ kind: 'entry', entry: 2 }]);
    assert.deepEqual((await resolve('sample: ${file:no.json}', {})).broken, [
      { path: 'no.json', problem: { kind: 'missing' } },
    ]);
    const broken = await resolve(HEAD, { 'greet.sample.json': '{', 'context.txt': 'x' });
    assert.equal(broken.samples[0]?.['name'], 'inline');
  });

  it('say which placeholders a file writes', () => {
    assert.equal(readHead('template: {type: f-string}').style, 'braces');
    assert.equal(readHead('template_format: f-string').style, 'braces');
    assert.equal(readHead('template: jinja2').style, 'marked');
    assert.equal(readHead('a: [').style, 'marked');
  });
});
