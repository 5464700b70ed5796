import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './host/hosts.mjs';
import { HumanError } from './humanError.mjs';
import { billOfMaterials } from './packaging/sbom.mjs';
import { bundledPackages } from './packaging/bundledPackages.mjs';
import { packagedManifest } from './packaging/manifest.mjs';
import { repositoryAddress } from './packaging/repository.mjs';
import { needProgram } from './program.mjs';
import { channelOf } from './release/version.mjs';

/** The extension as users install it. */
export const vsixFile = join(projectFolder, 'out', 'api-spend.vsix');

/** Its software bill of materials. */
export const bomFile = join(projectFolder, 'out', 'api-spend.cdx.json');

/** Builds and packs the extension. Replaces the file atomically, because another process may be installing it. */
export async function packageExtension() {
  await needProgram('build', []);
  const unfinished = vsixFile.replace('.vsix', `-${process.pid}.vsix`);
  const folder = unfinished.replace('.vsix', '');
  try {
    const { version } = await copyPackage(folder);
    const mark = channelOf(version) === 'pre-release' ? ['--pre-release'] : [];
    const args = ['package', `--out=${unfinished}`, ...mark];
    const output = await needProgram('vsce', args, { cwd: folder });
    if (/\bWARN/.test(output)) throw new HumanError(`vsce warns:\n${output}`);
    const bill = billOfMaterials(bundledPackages());
    writeFileSync(bomFile, `${JSON.stringify(bill, undefined, 2)}\n`);
    renameSync(unfinished, vsixFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Copies what ships, with the manifest of a package: `vsce` reads its addresses there.
 * @param {string} folder
 * @returns {Promise<{ version: string }>} the manifest of the repository
 */
async function copyPackage(folder) {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const listed = ['ls', '--no-dependencies', `--readme-path=${manifest.vsce.readmePath}`];
  const files = (await needProgram('vsce', listed)).split('\n');
  for (const file of [...files, '.vscodeignore']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(projectFolder, file), join(folder, file));
  }
  const packaged = packagedManifest(manifest, repositoryAddress(manifest.repository));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packaged, undefined, 2)}\n`);
  return manifest;
}
