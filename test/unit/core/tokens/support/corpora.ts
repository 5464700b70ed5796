import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Code units of each corpus that the fast tests count. */
export const SAMPLE_LENGTH = 20_000;

/** Ordinary texts out of the project's own development packages, each at most `length` code units. */
export function corpora(length: number): Record<string, string> {
  return {
    code: joined('fast-check/lib', '.d.ts', length),
    minified: joined('axe-core', '.min.js', length),
    json: joined('typescript', '.json', length) + joined('axe-core', '.json', length),
    markdown: joined('playwright-core', '.md', length) + joined('axe-core', '.md', length),
    manyScripts: joined('axe-core/locales', '.json', 2 * length),
  };
}

/** Identifies the recorded corpus, because an update of a package changes its text. */
export function digests(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      createHash('sha256').update(text).digest('hex'),
    ]),
  );
}

function joined(folder: string, ending: string, length: number): string {
  const root = join('node_modules', folder);
  let text = '';
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  // In the same order on every system.
  for (const file of files.map((path) => path.replaceAll('\\', '/')).toSorted()) {
    if (text.length >= length) break;
    if (file.endsWith(ending)) text += readFileSync(join(root, file), 'utf8');
  }
  return text.slice(0, length);
}
