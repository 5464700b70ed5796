import { usage } from '../wording/documents/help';
import { describeUsageProblem, outputNotWritten } from '../wording/documents/terminal';
import { ENGLISH, type Words } from '../wording/words';
import { count } from './count';
import { estimate } from './estimate/command';
import type { Host, Io } from './io';
import { argumentProblem } from './reader/argumentError';
import { languageOf, withoutLanguage, wordsIn } from './reader/language';
import { writeNotice } from './notice';
import { UsageError } from './usageError';
import { readVersion } from './shipped';

/**
 * Runs one command of the terminal program. If it fails, it writes nothing to standard output and one line to
 * standard error.
 *
 * @returns the exit code: 0, or 2 after an error.
 */
export async function main(args: readonly string[], host: Host): Promise<0 | 2> {
  let words = ENGLISH;
  try {
    words = await wordsFor(args, host);
    host.writeOutput(await run(withoutLanguage(args), { ...host, words }));
    return 0;
  } catch (error) {
    writeNotice(host, messageOf(words, error));
    return 2;
  }
}

/** Says that the output could not be written. @returns the exit code. */
export async function tellUnwritten(
  args: readonly string[],
  host: Host,
  reason: string,
): Promise<2> {
  const words = await wordsFor(args, host).catch(() => ENGLISH);
  writeNotice(host, outputNotWritten(words, reason));
  return 2;
}

async function wordsFor(args: readonly string[], host: Host): Promise<Words> {
  return wordsIn(host, languageOf(args, host.environment));
}

async function run(args: readonly string[], io: Io): Promise<string> {
  const [command, ...rest] = args;
  if (asksForHelp(args)) return usage(io.words);
  switch (command) {
    case 'estimate':
      return estimate(rest, io);
    case 'count':
      return count(rest, io);
    case undefined:
    case 'help':
      return usage(io.words);
    case '--version':
      return `${await readVersion(io)}\n`;
    default:
      throw new UsageError((words) =>
        describeUsageProblem(words, { kind: 'command', value: command }),
      );
  }
}

/** After `--`, `--help` is a file name. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function messageOf(words: Words, error: unknown): string {
  if (error instanceof UsageError) return error.tell(words);
  const problem = argumentProblem(error);
  return problem ? describeUsageProblem(words, problem) : String(error);
}
