// Publishes the built files of a release to one registry. Run by .github/workflows/release.yml, which the registries trust.
// Usage: node scripts/release/publish.mjs marketplace|open-vsx|npm FOLDER [--dry-run]
// With --dry-run: checks the files and prints the command; npm also says what it would publish.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { npmCommand } from '../host/npm.mjs';
import { HumanError, runScript } from '../humanError.mjs';
import { checkFiles } from './checksums.mjs';
import { publishCommand, REGISTRIES } from './commands.mjs';

/** Programs of registries, which need a newer Node than this project. */
const programs = {
  vsce: ['@vscode', 'vsce', 'vsce'],
  ovsx: ['ovsx', 'bin', 'ovsx'],
};

/** @param {'vsce' | 'ovsx' | 'npm'} program */
function startOf(program) {
  if (program === 'npm') return npmCommand();
  const modules = join(import.meta.dirname, 'registries', 'node_modules');
  return [process.execPath, join(modules, ...programs[program])];
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const registry = REGISTRIES.find((each) => each === positionals[0]);
  if (registry === undefined || positionals[1] === undefined)
    throw new HumanError(`Name a registry (${REGISTRIES.join(', ')}) and the folder of the files.`);
  const folder = resolve(positionals[1]);
  const isRehearsal = values['dry-run'];
  console.log(checkFiles(folder).join('\n'));
  const release = JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8'));
  const byEntra = Boolean(process.env['AZURE_CLIENT_ID']);
  const { program, args } = publishCommand(registry, release, { byEntra });
  console.log([program, ...args].join(' '));
  if (isRehearsal && program !== 'npm') return 0;
  const [command = '', ...first] = startOf(program);
  const all = [...first, ...args, ...(isRehearsal ? ['--dry-run'] : [])];
  return spawnSync(command, all, { cwd: folder, stdio: 'inherit' }).status ?? 1;
});
