import { withoutFolders } from './folders';

/** The most that is kept of a line, in characters. */
const LONGEST_LINE = 4000;

/** The most causes of a cause; one that is its own cause has no end. */
const MOST_CAUSES = 5;

/**
 * An error's message and its stack, and those of its causes, line by line, without folders. For a log, which stays on
 * the machine.
 */
export function errorLines(error: Error): readonly string[] {
  return linesOf(error, MOST_CAUSES).map((line) => withoutFolders(line).slice(0, LONGEST_LINE));
}

function linesOf(error: Error, mostCauses: number): readonly string[] {
  const { name, message, cause } = error;
  const lines = [message === '' ? name : `${name}: ${message}`, ...framesOf(error)];
  if (!(cause instanceof Error) || mostCauses === 0) return lines;
  const [first = '', ...rest] = linesOf(cause, mostCauses - 1);
  return [...lines, `Caused by ${first}`, ...rest];
}

/**
 * The lines of a stack that name a place. V8 begins a stack with the message, whose lines could look like places;
 * Firefox does not.
 */
export function framesOf({ message, stack = '' }: Error): readonly string[] {
  const start = stack.indexOf(message);
  const frames = start < 0 ? stack : stack.slice(start + message.length);
  return frames
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE))
    .filter((line) => /^\s+at |@/.test(line));
}
