import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MediaPart } from '../../../../src/core/media/part';
import { decodeBase64 } from '../../../../src/core/media/read/base64';
import { readBase64, readMedia } from '../../../../src/core/media/read/read';
import {
  base64,
  concat,
  flac,
  gif,
  jpeg,
  mp3,
  mp4,
  ogg,
  OGG_PACKETS,
  oggPage,
  pdf,
  png,
  wav,
  webp,
} from '../../../support/media';

const FILES: readonly (readonly [name: string, bytes: Uint8Array, part: MediaPart])[] = [
  ['a PNG', png(800, 600), { kind: 'image', width: 800, height: 600 }],
  ['a GIF', gif(3, 4), { kind: 'image', width: 3, height: 4 }],
  ['a WebP', webp(1920, 1080), { kind: 'image', width: 1920, height: 1080 }],
  ['a JPEG', jpeg(640, 480), { kind: 'image', width: 640, height: 480 }],
  [
    'a JPEG of a camera held upright',
    jpeg(4000, 3000, { orientation: 6 }),
    { kind: 'image', width: 3000, height: 4000 },
  ],
  [
    'a JPEG with a preview and profiles of 300 kB',
    jpeg(12, 34, { profile: 300_000 }),
    { kind: 'image', width: 12, height: 34 },
  ],
  ['a JPEG cut in its header', jpeg(12, 34).subarray(0, 30), { kind: 'image' }],
  ['a PDF', pdf(17), { kind: 'document', pages: 17 }],
  ['a PDF with a compressed page tree', pdf(250, true), { kind: 'document', pages: 250 }],
  ['a PDF that cannot be read', pdf(250, true).subarray(0, 60), { kind: 'document' }],
  ['a WAV', wav(12), { kind: 'audio', seconds: 12 }],
  // 16,000 bytes behind the tag, at 128 kbit/s.
  ['an MP3', mp3(undefined), { kind: 'audio', seconds: 1 }],
  // 100 x 1,152 / 44,100.
  ['an MP3 that states its frames', mp3(100), { kind: 'audio', seconds: 115_200 / 44_100 }],
  ['an MP4', mp4(90), { kind: 'video', seconds: 90 }],
  ['a FLAC', flac(44_100 * 60), { kind: 'audio', seconds: 60 }],
  ['a FLAC of two days', flac(44_100 * 172_800), { kind: 'audio', seconds: 172_800 }],
  ['a FLAC of a stream', flac(0), { kind: 'audio' }],
  [
    'a FLAC behind a tag',
    concat('ID3', [4, 0, 0], [0, 0, 0, 3], [1, 2, 3], flac(44_100)),
    { kind: 'audio', seconds: 1 },
  ],
  ['a FLAC that ends in its header', flac(44_100).subarray(0, 25), { kind: 'audio' }],
  [
    'an OGG with Opus',
    ogg(OGG_PACKETS.opus, 48_000, 48_000 * 90 + 312),
    { kind: 'audio', seconds: 90 },
  ],
  ['an OGG with Vorbis', ogg(OGG_PACKETS.vorbis, 44_100 * 8), { kind: 'audio', seconds: 8 }],
  ['an OGG with Speex', ogg(OGG_PACKETS.speex, 16_000, 40_000), { kind: 'audio', seconds: 2.5 }],
  ['an OGG with FLAC', ogg(OGG_PACKETS.flac, 22_050), { kind: 'audio', seconds: 0.5 }],
  [
    'an OGG whose last page ends no packet',
    ogg(OGG_PACKETS.vorbis, 44_100, -1),
    { kind: 'audio', seconds: 1 },
  ],
  [
    'an OGG recorded from a broadcast',
    ogg(OGG_PACKETS.vorbis, 44_100 * 9000, 44_100 * 9100),
    { kind: 'audio', seconds: 100 },
  ],
  [
    'an OGG with two recordings',
    concat(ogg(OGG_PACKETS.vorbis, 44_100), oggPage(OGG_PACKETS.vorbis, 44_100, 8)),
    { kind: 'audio' },
  ],
  ['an OGG without sound', ogg(OGG_PACKETS.vorbis), { kind: 'audio' }],
  ['an OGG with a film', ogg(OGG_PACKETS.theora, 5), { kind: 'video' }],
  ['an M4A', mp4(90, 'M4A '), { kind: 'audio', seconds: 90 }],
];

describe('the size of a file', () => {
  for (const [name, bytes, part] of FILES) {
    it(`is in the header of ${name}, also in base64`, () => {
      assert.deepEqual(readMedia(bytes), part);
      assert.deepEqual(readBase64(base64(bytes)), part);
    });
  }

  it('is not that of text, SVG or other bytes', () => {
    for (const text of [
      '',
      'hello',
      '<svg width="3" height="4"/>',
      '{"a":1}',
      'RIFF',
      '\0\0\0\x18ftyp',
    ])
      assert.notEqual(readMedia(new TextEncoder().encode(text))?.kind, 'image', text);
    assert.equal(readMedia(new Uint8Array(64)), undefined);
  });

  it('is taken from the page tree that a linearized file repeats at its start', () => {
    const start = '%PDF-1.4\n1 0 obj\n<< /Linearized 1 /L 100 /N 42 >>\nendobj\n';
    const bytes = new TextEncoder().encode(start);
    assert.deepEqual(readMedia(bytes), { kind: 'document', pages: 42 });
  });

  it('of a file that ends anywhere, or has any byte changed, is a size or none', () => {
    const changed = fc.tuple(
      fc.constantFrom(...FILES.map(([, bytes]) => bytes.subarray(0, 400))),
      fc.nat(400),
      fc.nat(399),
      fc.nat(255),
    );
    fc.assert(
      fc.property(changed, ([bytes, length, at, value]) => {
        const copy = bytes.slice(0, length);
        if (at < copy.length) copy[at] = value;
        const { width = 1, height = 1, pages = 1, seconds = 1 } = readMedia(copy) ?? {};
        assert.ok([width, height, pages, seconds].every((each) => Number.isFinite(each)));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('base64', () => {
  it('is decoded as the platform does, also without padding, broken into lines, and of URLs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, most) => {
        const text = base64(bytes);
        const forms = [
          text,
          text.replaceAll('=', ''),
          text.replaceAll(/.{7}/g, '$&\r\n'),
          text.replaceAll('+', '-').replaceAll('/', '_'),
        ];
        for (const form of forms)
          assert.deepEqual([...decodeBase64(form, most)], [...bytes.subarray(0, most)]);
      }),
    );
  });
});
