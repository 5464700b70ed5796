// A step of `npm test` that is one command, and counts as one test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';
import { failure, indent, pass } from './results.mjs';

/** The programs that the steps start, as files that Node runs: no shell, so the same on Windows. */
const programs = {
  prettier: ['node_modules', 'prettier', 'bin', 'prettier.cjs'],
  oxlint: ['node_modules', 'oxlint', 'bin', 'oxlint'],
  tsc: ['node_modules', 'typescript', 'bin', 'tsc'],
  vsce: ['node_modules', '@vscode', 'vsce', 'vsce'],
  mocha: ['node_modules', 'mocha', 'bin', 'mocha.js'],
  build: ['scripts', 'build.mjs'],
};

/**
 * @param {keyof typeof programs} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function runProgram(program, args, env = {}) {
  const child = spawn(process.execPath, [join(projectFolder, ...programs[program]), ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    });
  const [code] = await once(child, 'close');
  return { code, output: output.trim() };
}

/**
 * @param {keyof typeof programs} program
 * @param {string[]} args
 */
export async function check(program, args) {
  const { code, output } = await runProgram(program, args);
  return code === 0 ? pass : failure(`${[program, ...args].join(' ')}\n${indent(output)}`);
}
