import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './host/hosts.mjs';
import { needProgram } from './program.mjs';

/** The extension as users install it. */
export const vsixFile = join(projectFolder, 'out', 'api-spend.vsix');

/** The bundle holds all code that ships; there is no repository address for relative links. */
const offline = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];

/** Builds and packs the extension. The file is replaced at once, as another process may install it. */
export async function packageExtension() {
  const unfinished = vsixFile.replace('.vsix', `-${process.pid}.vsix`);
  mkdirSync(dirname(vsixFile), { recursive: true });
  await needProgram('vsce', ['package', ...offline, `--out=${unfinished}`]);
  renameSync(unfinished, vsixFile);
}
