// The steps of `npm test` that are mocha suites in Node.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';
import { runProgram } from '../program.mjs';
import { outcomeOfFile } from './results.mjs';

/** @param {string} name */
export function freshResultsFile(name) {
  const file = join(projectFolder, 'out', 'results', `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * @param {string} suite the folder in test/
 * @param {{ grep?: string | undefined, timeoutMs: number }} options
 */
export async function runSuite(suite, { grep, timeoutMs }) {
  const file = freshResultsFile(suite);
  const { output } = await runProgram('mocha', [
    '--require=tsx/cjs',
    '--exit',
    `--timeout=${timeoutMs}`,
    '--reporter=json',
    `--reporter-option=output=${file}`,
    ...(grep === undefined ? [] : [`--grep=${grep}`]),
    `test/${suite}/**/*.test.{ts,tsx}`,
  ]);
  const outcome = outcomeOfFile(file, { filtered: grep !== undefined });
  if (outcome.failed > 0 && output !== '') outcome.failures.push(output);
  return outcome;
}
