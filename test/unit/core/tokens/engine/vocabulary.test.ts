import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ENCODINGS, RECIPES } from '../../../../../src/core/tokens/encodings';
import { parseVocabulary, VocabularyError } from '../../../../../src/core/tokens/engine/vocabulary';
import { classes, readVocabularyFile } from '../support/counters';

interface ManifestEntry {
  file: string;
  encodings: string[];
  tokens: number;
  bytes: number;
  sha256: string;
  integrity: string;
}

const manifest = JSON.parse(
  readFileSync('media/vocabularies/manifest.json', 'utf8'),
) as ManifestEntry[];

describe('packed vocabularies', function () {
  this.timeout(20_000);

  it('equal the manifest', () => {
    const found = manifest.map(({ file }) => {
      const packed = readVocabularyFile(file);
      const sha256 = createHash('sha256').update(packed).digest('hex');
      return { file, tokens: parseVocabulary(packed).tokenCount, bytes: packed.length, sha256 };
    });
    const said = manifest.map(({ file, tokens, bytes, sha256 }) => ({
      file,
      tokens,
      bytes,
      sha256,
    }));
    assert.deepEqual(found, said);
  });

  it('serve every encoding, each from the file its recipe names', () => {
    const served = manifest.flatMap(({ file, encodings }) =>
      encodings.map((encoding) => `${encoding} ${file}`),
    );
    const wanted = ENCODINGS.map((encoding) => `${encoding} ${RECIPES[encoding].file}`);
    assert.deepEqual(served.toSorted(), wanted.toSorted());
  });

  it('have the exact package they were made from', () => {
    for (const { integrity } of manifest) assert.match(integrity, /^sha512-/);
  });

  it('hold all single bytes, the base of every byte-level merge', () => {
    for (const encoding of ENCODINGS) {
      if (encoding === 'gemma3') continue;
      const { file, tokenLimit } = RECIPES[encoding];
      const { bytes, offsets, tokenCount } = parseVocabulary(readVocabularyFile(file), tokenLimit);
      const single = new Set<number | undefined>();
      for (let rank = 0; rank < tokenCount; rank++) {
        const offset = offsets[rank] ?? 0;
        if (offsets[rank + 1] === offset + 1) single.add(bytes[offset]);
      }
      assert.equal(single.size, 256, encoding);
    }
  });
});

describe('parseVocabulary', function () {
  this.timeout(20_000);

  const packed = readVocabularyFile('o200k.bin');

  const damaged: [string, () => Uint8Array, RegExp][] = [
    ['nothing', () => new Uint8Array(), /not a packed vocabulary/],
    ['another file', () => new TextEncoder().encode('<!doctype html> not found'), /not a packed/],
    ['a file cut short', () => packed.slice(0, 1000), /expected 1597692 bytes, found 1000/],
    [
      'a file with one more byte',
      () => Uint8Array.of(...packed.slice(0, 64), 0),
      /expected \d+ bytes, found 65/,
    ],
    ['a changed byte', () => packed.with(700_000, 1 ^ (packed[700_000] ?? 0)), /wrong checksum/],
    ['a changed length', () => packed.with(20, 9), /wrong checksum/],
  ];
  for (const [name, bytes, message] of damaged) {
    it(`rejects ${name}`, () => {
      assert.throws(
        () => parseVocabulary(bytes()),
        (error) => {
          assert.ok(error instanceof VocabularyError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }

  it('reads bytes at any offset in a larger buffer', () => {
    const larger = new Uint8Array(packed.length + 3);
    larger.set(packed, 3);
    assert.equal(parseVocabulary(larger.subarray(3)).tokenCount, 199_998);
  });
});

describe('character classes', function () {
  this.timeout(20_000);

  it('are those of Unicode 16, independent of the host', () => {
    const digest = createHash('sha256').update(classes).digest('hex');
    assert.equal(digest, 'f55b3f7fafae67b0a27f723494057bd986f1ef8f4f22e452f330e41773d7f51f');
  });

  it('agree with the host on Latin', () => {
    const patterns: [RegExp, number[]][] = [
      [/[\p{Lu}\p{Lt}]/u, [1]],
      [/\p{Ll}/u, [2]],
      [/[\p{Lm}\p{Lo}]/u, [3]],
      [/\p{M}/u, [4]],
      [/\p{N}/u, [5]],
      [/\p{White_Space}/u, [6, 7, 8]],
      [/[\p{P}\p{S}]/u, [10, 11, 12]],
    ];
    for (let code = 0; code < 0x250; code++) {
      const character = String.fromCodePoint(code);
      const known = patterns.find(([pattern]) => pattern.test(character));
      const kinds = known === undefined ? [9] : known[1];
      assert.ok(kinds.includes(classes[code] ?? 0), `U+${code.toString(16)}`);
    }
  });
});
