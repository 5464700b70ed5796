import type { UsageProblem } from '../../wording/documents/terminal';

/**
 * What is wrong with the arguments, by an error of Node's `parseArgs`, whose messages are English
 * (https://nodejs.org/api/errors.html, ERR_PARSE_ARGS_…).
 *
 * @returns undefined for other errors.
 */
export function argumentProblem(error: unknown): UsageProblem | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  // An argument may have quotation marks of its own; what follows it may not.
  const quoted =
    /'(.*)'\. This/su.exec(message)?.[1] ?? /'(.*?)(?: <value>)?'/su.exec(message)?.[1] ?? '';
  // "'-m, --model <value>'": an option with a short form has both names.
  const value = quoted.split(', ').at(-1) ?? quoted;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return { kind: 'unknownOption', value };
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return { kind: 'argument', value: quoted };
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return undefined;
  return { kind: /does not take/.test(message) ? 'optionWithoutValue' : 'optionValue', value };
}
