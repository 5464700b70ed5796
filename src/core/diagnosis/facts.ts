import { framesOf } from './stack';

/** What of an error holds nothing of the user's. Its message is none of it: it can quote any name, path or text. */
export interface ErrorFacts {
  /** The name of its class, as in "TypeError". */
  readonly name: string;
  /** As Node and VS Code's `FileSystemError` have it: "ENOENT", "FileNotFound". */
  readonly code: string | undefined;
  /** Where in the program it was thrown: "extension.js:1:200"; undefined if its stack does not say it. */
  readonly place: string | undefined;
}

/** "TypeError", or "EntryNotFound (FileSystemError)" of VS Code. */
const NAME = /^[A-Z]\w{0,60}(?: \(\w{1,60}\))?$/i;

const CODE = /^[A-Z]\w{0,60}$/i;

/** A line of a stack: "at count (file:///…/dist/parts/work-A1.js:12:34)". */
const FRAME = /(?:dist|out)[\\/](?:[\w-]+[\\/])*([\w-]+\.js:\d+:\d+)/;

/** What may stand in a document that others read. */
export function factsOf(error: Error): ErrorFacts {
  const code: unknown = Reflect.get(error, 'code');
  return {
    name: NAME.test(error.name) ? error.name : 'Error',
    code: typeof code === 'string' && CODE.test(code) ? code : undefined,
    place: framesOf(error)
      .map((frame) => FRAME.exec(frame)?.[1])
      .find((place) => place !== undefined),
  };
}
