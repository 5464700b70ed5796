import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { win32 } from 'node:path';
import { HumanError } from '../humanError.mjs';

/** Variables that `npm start` and `npm test` set for their scripts, and that would redirect a nested npm. */
const outerNpm =
  /^npm_(package_|lifecycle_|command$|config_(local_prefix|prefix|global_prefix|ignore_scripts|include|omit|package_lock|workspaces?|dry_run|loglevel)$)/i;

/** @param {NodeJS.ProcessEnv} env */
export function environmentForNpm(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !outerNpm.test(name)));
}

/**
 * @typedef {object} System
 * @property {NodeJS.Platform} platform
 * @property {string} execPath of Node
 * @property {NodeJS.ProcessEnv} env
 * @property {(path: string) => boolean} exists
 */

/** @type {System} */
const thisSystem = { ...process, exists: existsSync };

/**
 * How npm is started. On Windows npm is a .cmd file, which needs a shell, and a shell takes paths with spaces apart: its
 * script is run instead, the one that runs this process or the one beside Node.
 * @param {System} [system]
 * @returns {[command: string, ...args: string[]]}
 */
export function npmCommand({ platform, execPath, env, exists } = thisSystem) {
  if (platform !== 'win32') return ['npm'];
  const outer = env['npm_execpath'];
  const beside = win32.join(win32.dirname(execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const scripts = [outer, beside].filter((path) => path?.endsWith('npm-cli.js') === true);
  const script = scripts.find((path) => path !== undefined && exists(path));
  if (script !== undefined) return [execPath, script];
  throw new HumanError(
    'npm is not found. Run the command with `npm run`, or install npm beside Node.',
  );
}

/**
 * Runs npm, and returns what it prints, whatever its exit code is.
 * @param {string[]} args
 * @param {string} folder
 */
export function spawnNpm(args, folder) {
  const [command, ...first] = npmCommand();
  return spawnSync(command, [...first, ...args], {
    cwd: folder,
    env: environmentForNpm(process.env),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

/**
 * @param {string[]} args
 * @param {string} folder
 */
export function runNpm(args, folder) {
  const { status, stdout, stderr } = spawnNpm(['--loglevel=error', ...args], folder);
  if (status === 0) return stdout;
  throw new HumanError(`npm ${args.join(' ')} failed in ${folder}:\n${stdout}${stderr}`);
}
