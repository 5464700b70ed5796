import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

/**
 * The extractor finds calls of `l10n.t` only in files that import `l10n`. The files of src/wording get it as an
 * argument, so the import is added in memory.
 */
const IMPORT = "import { l10n } from 'vscode';\n";

/**
 * The messages of src/wording, as a bundle for translators.
 *
 * @param {string} folder `src/wording`.
 */
export async function extractMessages(folder) {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.ts'))
    .toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  // Joined into one file, because the extractor needs a tenth of a second for each file.
  return getL10nJson([{ extension: '.ts', contents: IMPORT + texts.join('\n') }]);
}
