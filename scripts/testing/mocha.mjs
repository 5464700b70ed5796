// The steps of `npm test` that run mocha in Node.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';
import { runProgram } from '../program.mjs';
import { failure, outcomeOfFile } from './results.mjs';

/**
 * The path for the results of a suite. Deletes those of an earlier run.
 * @param {string} name
 */
export function freshResultsFile(name) {
  const file = join(projectFolder, 'out', 'results', `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** Processes that share the files of a suite. The other steps of `npm run check` use as much time as one of them. */
const JOBS = 2;

/**
 * @param {string} suite the folder in test/
 * @param {{ grep?: string | undefined, timeoutMs: number }} options
 */
export async function runSuite(suite, { grep, timeoutMs }) {
  const file = freshResultsFile(suite);
  const { output } = await runProgram('mocha', [
    '--require=tsx/cjs',
    '--exit',
    '--parallel',
    `--jobs=${JOBS}`,
    `--timeout=${timeoutMs}`,
    '--reporter=json',
    `--reporter-option=output=${file}`,
    ...(grep === undefined ? [] : [`--grep=${grep}`]),
    `test/${suite}/**/*.test.{ts,tsx}`,
  ]);
  if (!existsSync(file) && output !== '') return failure(output);
  return outcomeOfFile(file, { filtered: grep !== undefined });
}
