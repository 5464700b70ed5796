import { runProgram } from '../program.mjs';
import { failure, indent, pass } from './results.mjs';

/**
 * Runs a program as a step of `npm test` that counts as one test.
 * @param {import('../program.mjs').Program} program
 * @param {string[]} args
 */
export async function check(program, args) {
  const { code, output } = await runProgram(program, args);
  return code === 0 ? pass : failure(`${[program, ...args].join(' ')}\n${indent(output)}`);
}
