// Builds the files of a release into out/release. Publishes nothing: .github/workflows/release.yml does, once the tag of
// a version is pushed.
// Usage: npm run release -- --dry-run | --tag=v1.2.3
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from './host/hosts.mjs';
import { installProject } from './host/installProject.mjs';
import { HumanError, runScript } from './humanError.mjs';
import { rehearsalNotes, releaseNotes } from './release/changelog.mjs';
import { CHECKSUMS_FILE, checksums } from './release/checksums.mjs';
import { publishCommand, REGISTRIES } from './release/commands.mjs';
import { channelOf, checkTag } from './release/version.mjs';

const folder = join(projectFolder, 'out', 'release');

/** @param {string} name */
function read(name) {
  return readFileSync(join(projectFolder, name), 'utf8');
}

/**
 * @param {string | undefined} tag undefined: a rehearsal
 * @param {string} version
 */
function notesOf(tag, version) {
  const changelog = read('CHANGELOG.md');
  if (tag !== undefined) checkTag(tag, version);
  const notes = (tag === undefined ? rehearsalNotes : releaseNotes)(changelog, version);
  if (notes !== undefined) return notes;
  throw new HumanError(
    `CHANGELOG.md needs a section "## ${version}", and nothing under "## Unreleased".`,
  );
}

/**
 * @param {string} version
 * @param {string} notes
 */
async function writeFiles(version, notes) {
  const { bomFile, packageExtension, vsixFile } = await import('./extensionPackage.mjs');
  const { npmFile, packForNpm } = await import('./release/npmPackage.mjs');
  await packageExtension();
  packForNpm();
  const built = { vsix: vsixFile, npm: npmFile, bom: bomFile };
  const files = {
    vsix: `api-spend-${version}.vsix`,
    npm: `api-spend-${version}.tgz`,
    bom: 'api-spend.cdx.json',
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [kind, name] of Object.entries(files))
    cpSync(built[/** @type {keyof typeof built} */ (kind)], join(folder, name));
  const release = { version, channel: channelOf(version), files };
  writeFileSync(join(folder, 'release.json'), `${JSON.stringify(release, undefined, 2)}\n`);
  writeFileSync(join(folder, 'NOTES.md'), `${notes}\n`);
  writeFileSync(join(folder, CHECKSUMS_FILE), checksums(folder, Object.values(files)));
  return release;
}

await runScript(async () => {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean' }, tag: { type: 'string' } },
  });
  if ((values['dry-run'] === true) === (values.tag !== undefined))
    throw new HumanError('Say --dry-run, or --tag=v1.2.3 for the files of that version.');
  const { version } = JSON.parse(read('package.json'));
  const notes = notesOf(values.tag, version);
  installProject();
  const release = await writeFiles(version, notes);
  console.log(`${release.channel} ${version}, in out/release:\n`);
  console.log(readFileSync(join(folder, CHECKSUMS_FILE), 'utf8'));
  for (const registry of REGISTRIES) {
    const { program, args } = publishCommand(registry, release);
    console.log(`${registry}: ${[program, ...args].join(' ')}`);
  }
  return 0;
});
