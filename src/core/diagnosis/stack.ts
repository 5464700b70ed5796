import { withoutFolders } from './folders';

/** The most that is kept of a line, in characters. */
const LONGEST_LINE = 4000;

/** An error's message and its stack, line by line, without folders. For a log, which stays on the machine. */
export function errorLines(error: Error): readonly string[] {
  const { name, message } = error;
  return [message === '' ? name : `${name}: ${message}`, ...framesOf(error)].map((line) =>
    withoutFolders(line).slice(0, LONGEST_LINE),
  );
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
