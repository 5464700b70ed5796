import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './host/hosts.mjs';

/** The extension as users install it. */
export const vsixFile = join(projectFolder, 'out', 'api-spend.vsix');

/** What ships is bundled, and no repository is named that links could be resolved against. */
const offline = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];

/** What to give to vsce. It builds first. */
export function packageArguments() {
  mkdirSync(dirname(vsixFile), { recursive: true });
  return ['package', ...offline, `--out=${vsixFile}`];
}
