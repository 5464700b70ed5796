import { spawnSync } from 'node:child_process';
import { HumanError } from '../humanError.mjs';

/** Variables that `npm start` and `npm test` set for their scripts, and that would redirect a nested npm. */
const outerNpm =
  /^npm_(package_|lifecycle_|command$|config_(local_prefix|prefix|global_prefix|ignore_scripts|include|omit|package_lock|workspaces?|dry_run|loglevel)$)/i;

/** @param {NodeJS.ProcessEnv} env */
export function environmentForNpm(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !outerNpm.test(name)));
}

/**
 * @param {string[]} args
 * @param {string} folder
 */
export function runNpm(args, folder) {
  const { status, stdout, stderr } = spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: folder,
    env: environmentForNpm(process.env),
    encoding: 'utf8',
    shell: process.platform === 'win32', // npm is a .cmd file there
  });
  if (status === 0) return stdout;
  throw new HumanError(`npm ${args.join(' ')} failed in ${folder}:\n${stdout}${stderr}`);
}
