// Packs the vocabularies into media/vocabularies/ and writes the character classes into src/core/tokens/.
// Usage: npm run vocabularies:pack. The output is reproducible byte for byte.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { characterClassRuns } from './classes.mjs';
import { packVocabulary } from './format.mjs';
import { jsTiktokenTokens, sources } from './sources.mjs';

const target = new URL('../../media/vocabularies/', import.meta.url);
/** @type {{ packages: Record<string, { version: string, integrity: string }> }} */
const lock = JSON.parse(readFileSync(new URL('package-lock.json', import.meta.url), 'utf8'));

/** @param {import('./sources.mjs').Source} source */
function pack(source) {
  const tokens = source.tokens();
  if (source.file === 'llama3.bin') assertStartsWithCl100k(tokens);
  const packed = packVocabulary(tokens);
  writeFileSync(new URL(source.file, target), packed);
  const installed = lock.packages[`node_modules/${source.packageName}`];
  if (!installed) throw new Error(`${source.packageName} is not in the lock file`);
  return {
    file: source.file,
    encodings: source.encodings,
    package: source.packageName,
    version: installed.version,
    integrity: installed.integrity,
    licence: source.licence,
    licenceSource: source.licenceSource,
    tokens: tokens.length,
    bytes: packed.length,
    sha256: createHash('sha256').update(packed).digest('hex'),
  };
}

/**
 * Checks that one file can serve both encodings.
 * @param {Uint8Array[]} tokens
 */
function assertStartsWithCl100k(tokens) {
  for (const [rank, token] of jsTiktokenTokens('cl100k_base').entries()) {
    if (!Buffer.from(token).equals(tokens[rank] ?? new Uint8Array())) {
      throw new Error(`llama3 and cl100k_base differ at rank ${rank}`);
    }
  }
}

function writeCharacterClasses() {
  const { version } = lock.packages['node_modules/tiktoken'] ?? {};
  writeFileSync(
    new URL('../../src/core/tokens/engine/characterClassRuns.ts', import.meta.url),
    `// Written by \`npm run vocabularies:pack\` from tiktoken ${version} (Unicode 16); do not edit.

/** Classes of all code points: runs of a class letter and a length (none: one); P: pairs of U and l. */
export const CHARACTER_CLASS_RUNS =
  '${characterClassRuns()}';
`,
  );
}

mkdirSync(target, { recursive: true });
const manifest = sources.map(pack);
writeFileSync(new URL('manifest.json', target), `${JSON.stringify(manifest, null, 2)}\n`);
writeCharacterClasses();
for (const { file, tokens, bytes } of manifest)
  console.log(`${file}: ${tokens} tokens, ${bytes} bytes`);
