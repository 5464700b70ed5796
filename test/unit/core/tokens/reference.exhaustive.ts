import type { EncodingName } from '../../../../src/core/tokens/encodings';
import { IncrementalDocument } from '../../../../src/core/tokens/document/incrementalDocument';
import { finish } from '../../../../src/core/scheduling/sliced';
import {
  adversarialDocument,
  adversarialTexts,
  between,
  pick,
  type Random,
  seededRandom,
} from './support/adversarialText';
import { corpora } from './support/corpora';
import { counterOf } from './support/counters';
import { assertEqualFor, shrink } from './support/differences';
import {
  type Reference,
  tiktokenReference,
  VENDOR_PACKAGES,
  type VendorEncoding,
  vendorReference,
} from './support/references';

const TEXTS = 20_000;

const references: [EncodingName, () => Reference][] = [
  ['o200k_base', () => tiktokenReference('o200k_base')],
  ['cl100k_base', () => tiktokenReference('cl100k_base')],
  ...(Object.keys(VENDOR_PACKAGES) as VendorEncoding[]).map(
    (encoding): [EncodingName, () => Reference] => [encoding, () => vendorReference(encoding)],
  ),
];

/** Letters of which texts have no place, or few, where they can be cut. */
const ALPHABETS = [
  'etaoinshrd',
  '的一是不了人我在有\u{20000}\u{20001}',
  'e\u0301\u0323\u0308a\u030a',
  '\u1112\u1161\u11ab\uac00\u11a7',
  '\ud83d\ude00\ud83d\udc00',
  '\u0301\u0323\u{1d165}',
  '\u{1d15e}\u{2f800}\u{2fa1d}\uf900',
  '\u{11131}\u{11127}\u{110a5}\u{110ba}',
  '\u0958\u0340\u0344\u212b',
  '\u0b47\u0b3e\u0b56\u0b57',
  '\u{1f600}\u200d\u{1f3fd}',
  '>=<\u0338',
  '\u2581 ',
  '\n ',
  '\ufeff\u0085\0',
];

/** Texts of some 10,000 to 25,000 code units: runs, phrases that repeat, and both in turn. */
function* longPieces(random: Random): Generator<string> {
  for (const alphabet of ALPHABETS) {
    const letters = Array.from(alphabet) as [string, ...string[]];
    for (const longestRun of [1, 40, 9000]) {
      const phrase = Array.from({ length: between(random, 1, 200) }, () => pick(random, letters));
      const length = between(random, 10_000, 25_000);
      let text = random() < 0.5 ? 'x' : '';
      while (text.length < length) {
        const repeats = random() < 0.3 ? between(random, 1, 60) : 0;
        text += phrase.join('').repeat(repeats);
        text += pick(random, letters).repeat(between(random, 1, longestRun + 1));
      }
      yield text;
    }
  }
}

function assertEqualCounts(encoding: EncodingName, reference: Reference, texts: Iterable<string>) {
  const counter = counterOf(encoding);
  for (const text of texts) {
    if (counter.count(text) === reference(text)) continue;
    const smallest = shrink(text, (shorter) => counter.count(shorter) !== reference(shorter));
    assertEqualFor(smallest, counter.count(smallest), reference(smallest));
  }
}

for (const [encoding, loadReference] of references) {
  describe(`${encoding} equals its reference`, () => {
    let reference: Reference;
    before(() => {
      reference = loadReference();
    });

    it(`on ${TEXTS} adversarial texts`, () => {
      assertEqualCounts(encoding, reference, adversarialTexts(7, TEXTS));
    });

    it('on documents longer than a window', () => {
      const random = seededRandom(11);
      const documents = Array.from({ length: 6 }, () => adversarialDocument(random, 80_000));
      assertEqualCounts(encoding, reference, documents);
    });

    it('on long runs', () => {
      const runs = ['a', ' ', '\n', '\t', '-', '中', 'é', '\u0301', '=', '9', 'aB', '\u{1f600}'];
      const texts = runs.flatMap((run) =>
        [31, 32, 33, 62, 63, 129, 300, 700].map((length) => `x${run.repeat(length)}y`),
      );
      assertEqualCounts(encoding, reference, texts);
    });

    it('on long pieces, at once, by blocks and in a document', () => {
      const counter = counterOf(encoding);
      const random = seededRandom(13);
      for (const text of longPieces(random)) {
        const expected = reference(text);
        const read = (start: number, end: number) => text.slice(start, end);
        const document = new IncrementalDocument(counter, text.length, read);
        while (!document.step());
        assertEqualFor(text, counter.count(text), expected, 'at once: ');
        const unbroken = finish(counter.countUnbroken(text.length, read));
        assertEqualFor(text, unbroken, expected, 'by blocks: ');
        assertEqualFor(text, document.count?.tokens, expected, 'in a document: ');
      }
    });

    it('on all corpora', () => {
      assertEqualCounts(encoding, reference, Object.values(corpora(200_000)));
    });
  });
}
