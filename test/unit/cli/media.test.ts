import assert from 'node:assert/strict';
import { base64, pdf, png, wav } from '../../support/media';
import { runTerminal } from '../../support/terminal';

const MODELS = ['--model', 'openai/gpt-4o', '--model', 'anthropic/claude-opus-5'];

describe('pictures, PDFs and recordings in the terminal', () => {
  it('are input of the models that take them', async () => {
    const files = { 'photo.png': png(1920, 1080) };
    const { status, stdout, stderr } = await runTerminal(
      ['estimate', ...MODELS, 'photo.png'],
      files,
    );
    assert.equal(status, 0, stderr);
    // 85 + 6 x 170 = 1,105 at 2.5, 69 x 39 = 2,691 at 5 USD per million.
    assert.match(stdout, /openai\/gpt-4o +1,105 +\$0\.00276 /);
    assert.match(stdout, /anthropic\/claude-opus-5 +2,691 +\$0\.0135 /);
    assert.match(stderr, /photo\.png: A picture of 1,920 × 1,080 pixels, counted as input/);
  });

  it('have a band where a vendor only bounds them, and no price where they are not taken', async () => {
    const files = { 'paper.pdf': pdf(2), 'speech.wav': wav(60) };
    const paper = await runTerminal(
      ['estimate', '--model', 'anthropic/claude-sonnet-4-6', 'paper.pdf'],
      files,
    );
    assert.match(paper.stdout, /≈7,636 \(3,000 to 9,136\)/);
    const speech = await runTerminal(['estimate', '--model', 'openai/gpt-4o', 'speech.wav'], files);
    assert.match(speech.stdout, /No price: this model takes no audio\./);
    const gemini = await runTerminal(
      ['estimate', '--model', 'google/gemini-2.5-flash', 'speech.wav'],
      files,
    );
    assert.match(gemini.stdout, /gemini-2\.5-flash +1,920 /);
  });

  it('are one call with a text, with --as one', async () => {
    const files = { 'photo.png': png(100, 100), 'ask.txt': 'hello world' };
    const args = [
      'estimate',
      '--as',
      'one',
      '--json',
      '--model',
      'openai/o3',
      'photo.png',
      'ask.txt',
    ];
    const { stdout, stderr } = await runTerminal(args, files);
    assert.match(stderr, /A picture of 100 × 100 pixels/);
    interface File {
      readonly estimates: readonly Record<string, unknown>[];
      readonly parts: readonly { readonly files: readonly Record<string, unknown>[] }[];
    }
    const [file] = (JSON.parse(stdout) as { files: File[] }).files;
    // 2 + 75 + 150; with "auto", from 75.
    const { tokens, low, besideTokens } = file?.estimates[0] ?? {};
    assert.deepEqual([tokens, low, besideTokens], [227, 77, 225]);
    assert.deepEqual(
      file?.parts[0]?.files.map((part) => [part['path'], part['tokens'], part['low']]),
      [
        ['photo.png', 225, 75],
        ['ask.txt', 2, 2],
      ],
    );
  });

  it('are told from texts that are read in ranges, however large they are', async () => {
    const film = new Uint8Array(51 * 1024 * 1024);
    film.set(png(1920, 1080));
    const args = ['estimate', '--model', 'openai/gpt-4o', 'photo.png'];
    const { stdout, stderr } = await runTerminal(args, { 'photo.png': film });
    assert.match(stdout, /openai\/gpt-4o +1,105 /, stderr);
  });

  it('are not in the sum of a folder, which says so', async () => {
    const binary = new Uint8Array([...png(10, 10), 0, 0, 0]);
    const files = { 'src/a.png': binary, 'src/b.txt': 'hello' };
    const { stderr } = await runTerminal(['estimate', ...MODELS, 'src'], files);
    assert.match(stderr, /Pictures, PDFs and recordings, not in the sum: 1 /);
  });

  it('within requests are counted by the formula, not as text', async () => {
    const url = `data:image/png;base64,${base64(png(1024, 1024))}`;
    const content = [
      { type: 'text', text: 'hello' },
      { type: 'image_url', image_url: { url, detail: 'high' } },
    ];
    const body = { model: 'gpt-4o', messages: [{ role: 'user', content }] };
    const { stdout, stderr } = await runTerminal(['estimate', 'call.json'], {
      'call.json': JSON.stringify(body),
    });
    // 1 + 765 + 4 + 3.
    assert.match(stdout, /openai\/gpt-4o +773 /);
    assert.match(stdout, /765 tokens beside the text/);
    assert.match(stderr, /with 1 picture: counted by each vendor's formula, not as text/);
  });

  it('that are neither are refused as before', async () => {
    const { status, stderr } = await runTerminal(['estimate', 'a.bin'], {
      'a.bin': new Uint8Array([0xff, 0, 1, 2]),
    });
    assert.equal(status, 2);
    assert.match(stderr, /a\.bin/);
  });
});
