import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './host/hosts.mjs';
import { needProgram } from './program.mjs';

/** The extension as users install it. */
export const vsixFile = join(projectFolder, 'out', 'api-spend.vsix');

/** The bundles contain all dependencies. Without a repository address, links cannot be rewritten. */
const offline = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];

/** Builds and packs the extension. Replaces the file atomically, because another process may be installing it. */
export async function packageExtension() {
  const unfinished = vsixFile.replace('.vsix', `-${process.pid}.vsix`);
  mkdirSync(dirname(vsixFile), { recursive: true });
  await needProgram('vsce', ['package', ...offline, `--out=${unfinished}`]);
  renameSync(unfinished, vsixFile);
}
