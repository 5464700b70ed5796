/** VS Code's language ids, by file extension. Only ids that choose an estimate's factor; all others count as code. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

/**
 * The language of a file that is open. VS Code takes what it does not know for plain text, and an extension may give a
 * prompt an id of its own; the file has to have the same estimate as when no editor has it open.
 */
export function languageOfOpen(path: string, languageId: string): string {
  const isKnown = languageId !== 'plaintext' && languageId !== 'prompty';
  return isKnown ? languageId : (LANGUAGES.get(extensionOf(path) ?? '') ?? languageId);
}

/** A language id from a file's extension, for files that no editor has open; empty without an extension. */
export function languageOfPath(path: string): string {
  const extension = extensionOf(path);
  return extension === undefined ? '' : (LANGUAGES.get(extension) ?? extension);
}

/** In lower case; undefined without one. */
function extensionOf(path: string): string | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? undefined : name.slice(dot + 1).toLowerCase();
}
