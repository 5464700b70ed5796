import assert from 'node:assert/strict';
import type { MediaPart } from '../../../../src/core/media/part';
import { requestFacts } from '../../../../src/core/requests/facts';
import { base64, gif, jpeg, pdf, png, wav } from '../../../support/media';
import { readLines, readOne } from './support/reading';

const PNG = base64(png(800, 600));
const PDF = base64(pdf(12));
const PNG_URL = `data:image/png;base64,${PNG}`;
const IMAGE: MediaPart = { kind: 'image', width: 800, height: 600 };
const PAGES: MediaPart = { kind: 'document', pages: 12 };

function chat(...content: readonly unknown[]): unknown {
  return { model: 'm', messages: [{ role: 'user', content }] };
}

function gemini(parts: readonly unknown[], generationConfig = {}): unknown {
  return { contents: [{ role: 'user', parts }], generationConfig };
}

const BLOCKS: readonly (readonly [name: string, body: unknown, media: readonly MediaPart[]])[] = [
  ['OpenAI chat', chat({ type: 'image_url', image_url: { url: PNG_URL } }), [IMAGE]],
  [
    'OpenAI chat with a detail',
    chat({ type: 'image_url', image_url: { url: PNG_URL, detail: 'low' } }),
    [{ ...IMAGE, detail: 'low' }],
  ],
  [
    'OpenAI chat, "auto"',
    chat({ type: 'image_url', image_url: { url: PNG_URL, detail: 'auto' } }),
    [IMAGE],
  ],
  [
    'OpenAI chat by URL',
    chat({ type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'high' } }),
    [{ kind: 'image', detail: 'high' }],
  ],
  [
    'OpenAI chat, a file',
    chat({
      type: 'file',
      file: { filename: 'a.pdf', file_data: `data:application/pdf;base64,${PDF}` },
    }),
    [PAGES],
  ],
  [
    'OpenAI chat, an uploaded file',
    chat({ type: 'file', file: { file_id: 'file-1' } }),
    [{ kind: 'document' }],
  ],
  [
    'OpenAI chat, sound',
    chat({ type: 'input_audio', input_audio: { data: base64(wav(7)), format: 'wav' } }),
    [{ kind: 'audio', seconds: 7 }],
  ],
  [
    'OpenAI responses',
    {
      model: 'm',
      input: [
        {
          role: 'user',
          content: [
            { type: 'input_image', image_url: PNG_URL, detail: 'original' },
            { type: 'input_file', file_data: `data:application/pdf;base64,${PDF}` },
          ],
        },
      ],
    },
    [{ ...IMAGE, detail: 'original' }, PAGES],
  ],
  [
    'Anthropic',
    chat(
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PNG } },
      { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: PDF } },
      { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } },
    ),
    [IMAGE, PAGES, { kind: 'image' }],
  ],
  [
    'Anthropic, in the result of a tool',
    chat({
      type: 'tool_result',
      tool_use_id: 't',
      content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: PNG } }],
    }),
    [IMAGE],
  ],
  [
    'Gemini',
    gemini([
      { inlineData: { mimeType: 'image/png', data: PNG } },
      { inline_data: { mime_type: 'application/pdf', data: PDF } },
      { fileData: { mimeType: 'video/mp4', fileUri: 'https://example.com/v' } },
    ]),
    [IMAGE, PAGES, { kind: 'video' }],
  ],
  [
    'Gemini with a resolution of all parts, and of one',
    gemini(
      [
        { inlineData: { mimeType: 'image/png', data: PNG } },
        {
          inlineData: { mimeType: 'image/png', data: PNG },
          mediaResolution: { level: 'MEDIA_RESOLUTION_ULTRA_HIGH' },
        },
      ],
      { mediaResolution: 'MEDIA_RESOLUTION_LOW' },
    ),
    [
      { ...IMAGE, detail: 'low' },
      { ...IMAGE, detail: 'ultraHigh' },
    ],
  ],
  ['Mistral', chat({ type: 'image_url', image_url: PNG_URL }), [IMAGE]],
  [
    'Mistral, a document by URL',
    chat({ type: 'document_url', document_url: 'https://example.com/a.pdf' }),
    [{ kind: 'document' }],
  ],
  [
    'Bedrock',
    {
      messages: [
        {
          role: 'user',
          content: [
            { image: { format: 'png', source: { bytes: PNG } } },
            { document: { format: 'pdf', name: 'a', source: { bytes: PDF } } },
          ],
        },
      ],
    },
    [IMAGE, PAGES],
  ],
  [
    'Ollama',
    { model: 'llava', messages: [{ role: 'user', content: 'See', images: [base64(gif(3, 4))] }] },
    [{ kind: 'image', width: 3, height: 4 }],
  ],
];

describe('pictures, documents and sound in a request', () => {
  for (const [name, body, media] of BLOCKS) {
    it(`are no text, and have their sizes: ${name}`, () => {
      const request = readOne(body);
      assert.deepEqual(request.media, media);
      assert.equal(request.unseen.size, 0);
      const texts = request.parts.map(({ text }) => text).join('');
      assert.ok(!texts.includes(PNG) && !texts.includes(PDF), texts.slice(0, 100));
    });
  }

  it('are named by their bytes, whatever the request calls them', () => {
    const data = base64(jpeg(40, 30));
    const block = { type: 'image', source: { type: 'base64', media_type: 'image/png', data } };
    assert.deepEqual(readOne(chat(block)).media, [{ kind: 'image', width: 40, height: 30 }]);
  });

  it('are summed over a file, those without a size too', () => {
    const url = { type: 'image_url', image_url: { url: 'https://example.com' } };
    const file = readLines(
      { model: 'm', messages: [{ role: 'user', content: [{ type: 'text', text: 'x' }, url] }] },
      chat({ type: 'image_url', image_url: { url: PNG_URL } }, url),
    );
    assert.deepEqual(requestFacts(file).media, [{ kind: 'image', count: 3, unsized: 2 }]);
  });
});
