import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

function joined(folder: string, ending: string, length: number): string {
  const root = join('node_modules', folder);
  let text = '';
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (text.length >= length) break;
    if (file.endsWith(ending)) text += readFileSync(join(root, file), 'utf8');
  }
  return text.slice(0, length);
}
