import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './hosts.mjs';
import { temporaryFolder } from './shutdown.mjs';

/** What the extension reads of its folder. */
const contents = ['dist', 'media', 'l10n', 'pricing.json', 'package.nls.json'];

/**
 * A copy of the extension without `main`, as in an editor without a server: VS Code then starts the browser bundle in a
 * web worker, also in a window that has a server.
 */
export function webExtension() {
  const { path, remove } = temporaryFolder('web-extension');
  for (const name of contents)
    cpSync(join(projectFolder, name), join(path, name), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const { main: _main, extensionKind: _kind, ...rest } = manifest;
  writeFileSync(join(path, 'package.json'), JSON.stringify(rest));
  return { path, remove };
}
