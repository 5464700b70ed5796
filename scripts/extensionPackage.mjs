import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './host/hosts.mjs';

/** The extension as users install it. */
export const vsixFile = join(projectFolder, 'out', 'api-spend.vsix');

/** The bundle holds all code that ships; there is no repository address for relative links. */
const offline = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];

/** Arguments of vsce, which builds first. */
export function packageArguments() {
  mkdirSync(dirname(vsixFile), { recursive: true });
  return ['package', ...offline, `--out=${vsixFile}`];
}
