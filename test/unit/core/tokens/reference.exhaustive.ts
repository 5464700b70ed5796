import assert from 'node:assert/strict';
import type { EncodingName } from '../../../../src/core/tokens/encodings';
import { adversarialDocument, adversarialTexts, seededRandom } from './support/adversarialText';
import { corpora } from './support/corpora';
import { counterOf } from './support/counters';
import { describeDifference, shrink } from './support/differences';
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

function assertEqualCounts(encoding: EncodingName, reference: Reference, texts: Iterable<string>) {
  const counter = counterOf(encoding);
  for (const text of texts) {
    if (counter.count(text) === reference(text)) continue;
    const smallest = shrink(text, (shorter) => counter.count(shorter) !== reference(shorter));
    assert.equal(counter.count(smallest), reference(smallest), describeDifference(smallest));
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

    it('on all corpora', () => {
      assertEqualCounts(encoding, reference, Object.values(corpora(200_000)));
    });
  });
}
