/** The input and output of the terminal program; tests replace it. */
export interface Io {
  /** Bytes of a file that the user named, relative to the working directory. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Absolute path. */
  readonly workingDirectory: () => string;
  readonly readStandardInput: () => Promise<Uint8Array>;
  /** Bytes of a file that ships with the program, such as `pricing.json`. */
  readonly readShippedFile: (path: string) => Promise<Uint8Array>;
  readonly writeOutput: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
