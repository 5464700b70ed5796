/** VS Code's language ids of the endings that choose an estimate's factor; other endings are code. */
const LANGUAGES: Readonly<Record<string, string>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  rst: 'restructuredtext',
  adoc: 'asciidoc',
  tex: 'latex',
  txt: 'plaintext',
  log: 'log',
  prompt: 'prompt',
  prompty: 'prompt',
  py: 'python',
  pyi: 'python',
  json: 'json',
  jsonc: 'jsonc',
  json5: 'json5',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'tsv',
  yml: 'yaml',
  yaml: 'yaml',
};

/** The language id of a file that no editor has open, by its ending; empty when there is none. */
export function languageOfPath(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return '';
  const ending = name.slice(dot + 1).toLowerCase();
  return Object.hasOwn(LANGUAGES, ending) ? (LANGUAGES[ending] ?? '') : ending;
}
