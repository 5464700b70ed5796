import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './host/hosts.mjs';

/** The extension as users install it. */
export const vsixFile = join(projectFolder, 'out', 'api-spend.vsix');

/** What to give to vsce. It builds first. */
export function packageArguments() {
  mkdirSync(dirname(vsixFile), { recursive: true });
  return ['package', '--no-dependencies', `--out=${vsixFile}`];
}
