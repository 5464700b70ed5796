// Records what the vendors' tokenizers count for adversarial texts, for the tests that run without them.
// Usage: npm run vocabularies:record
import { writeFileSync } from 'node:fs';
import { adversarialTexts } from '../../test/unit/core/tokens/support/adversarialText';
import {
  VENDOR_PACKAGES,
  vendorReference,
  type VendorEncoding,
} from '../../test/unit/core/tokens/support/references';

const SAMPLES = 600;

const texts = adversarialTexts(20_261_123, SAMPLES);
const counts = Object.fromEntries(
  (Object.keys(VENDOR_PACKAGES) as VendorEncoding[]).map((encoding) => {
    const reference = vendorReference(encoding);
    return [encoding, texts.map(reference)];
  }),
);
// Escaped, so that no editor or tool can change a lone surrogate or a line end.
const json = JSON.stringify({ texts, counts }).replaceAll(
  /[^ -~]/g,
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
writeFileSync('test/fixtures/tokens/referenceCounts.json', `${json}\n`);
