/** VS Code's language ids, by file extension. Only ids that choose an estimate's factor; all others count as code. */
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
  jsonlines: 'jsonl',
  csv: 'csv',
  tsv: 'tsv',
  yml: 'yaml',
  yaml: 'yaml',
};

/** A language id from a file's extension, for files that no editor has open; empty without an extension. */
export function languageOfPath(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return '';
  const extension = name.slice(dot + 1).toLowerCase();
  return Object.hasOwn(LANGUAGES, extension) ? (LANGUAGES[extension] ?? '') : extension;
}
