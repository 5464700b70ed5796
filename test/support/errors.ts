/** An error as V8 makes them: its stack begins with its message. */
export function errorWith(message: string, frames = '    at f (/home/ada/dist/a.js:1:2)'): Error {
  const error = new Error(message);
  error.stack = `Error${message && `: ${message}`}\n${frames}`;
  return error;
}
