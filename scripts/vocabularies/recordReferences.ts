// Records the vendors' tokenizers' counts of adversarial texts and corpora, so that tests run without these tokenizers.
// Usage: npm run vocabularies:record
import { writeFileSync } from 'node:fs';
import { adversarialTexts } from '../../test/unit/core/tokens/support/adversarialText';
import { corpora, digests, SAMPLE_LENGTH } from '../../test/unit/core/tokens/support/corpora';
import {
  VENDOR_PACKAGES,
  vendorReference,
  type VendorEncoding,
} from '../../test/unit/core/tokens/support/references';

const SAMPLES = 600;

const texts = adversarialTexts(20_261_123, SAMPLES);
const samples = corpora(SAMPLE_LENGTH);
const counts: Record<string, number[]> = {};
const corpusCounts: Record<string, Record<string, number>> = {};
for (const encoding of Object.keys(VENDOR_PACKAGES) as VendorEncoding[]) {
  const reference = vendorReference(encoding);
  counts[encoding] = texts.map(reference);
  corpusCounts[encoding] = Object.fromEntries(
    Object.entries(samples).map(([name, text]) => [name, reference(text)]),
  );
}
// Escaped, because editors and other tools may change lone surrogates and line ends.
const json = JSON.stringify({ texts, counts, corpora: digests(samples), corpusCounts }).replaceAll(
  /[^ -~]/g,
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
writeFileSync('test/fixtures/tokens/referenceCounts.json', `${json}\n`);
