// Starts programs as scripts of Node, without a shell, which would differ on Windows.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from './host/hosts.mjs';
import { HumanError } from './humanError.mjs';

const programs = {
  prettier: ['node_modules', 'prettier', 'bin', 'prettier.cjs'],
  oxlint: ['node_modules', 'oxlint', 'bin', 'oxlint'],
  tsc: ['node_modules', 'typescript', 'bin', 'tsc'],
  vsce: ['node_modules', '@vscode', 'vsce', 'vsce'],
  mocha: ['node_modules', 'mocha', 'bin', 'mocha.js'],
  playwright: ['node_modules', '@playwright', 'test', 'cli.js'],
  build: ['scripts', 'build.mjs'],
  estimate: ['dist', 'cli.js'],
};

/** @typedef {keyof typeof programs} Program */

/**
 * @typedef {object} Start
 * @property {Record<string, string>} [environment] in addition to this process's
 * @property {string} [cwd] default: the project's folder
 */

/**
 * @param {Program} program
 * @param {string[]} args
 * @param {Start} [start]
 * @returns {Promise<{ code: number | null, output: string }>} `output` is standard output and standard error
 */
export async function runProgram(program, args, { environment = {}, cwd = projectFolder } = {}) {
  const child = spawn(process.execPath, [join(projectFolder, ...programs[program]), ...args], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
    });
  const [code] = await once(child, 'close');
  return { code, output: output.trim() };
}

/**
 * @param {Program} program
 * @param {string[]} args
 * @param {Start} [start]
 * @returns {Promise<string>} its output
 * @throws {HumanError} if the program fails
 */
export async function needProgram(program, args, start) {
  const { code, output } = await runProgram(program, args, start);
  if (code === 0) return output;
  throw new HumanError(`${[program, ...args].join(' ')} failed:\n${output}`);
}
