import type { EntryKind } from '../core/files/walk';
import type { Words } from '../wording/words';

export interface FileStat {
  readonly kind: EntryKind;
  readonly bytes: number;
}

/** The input and output of the terminal program; tests replace it. */
export interface Host {
  /** Bytes of a file that the user named, relative to the working directory. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** The bytes of a file, a range at a time. */
  readonly readRanges: (path: string) => AsyncIterable<Uint8Array>;
  /** Rejects if there is no such file or folder. @param follows true if a symbolic link has the kind of its target. */
  readonly stat: (path: string, follows: boolean) => Promise<FileStat>;
  readonly listFolder: (
    path: string,
  ) => Promise<readonly (readonly [name: string, kind: EntryKind])[]>;
  /** Environment variables by name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute path. */
  readonly workingDirectory: () => string;
  readonly readStandardInput: () => Promise<Uint8Array>;
  /** Bytes of a file that ships with the program, such as `pricing.json`. */
  readonly readShippedFile: (path: string) => Promise<Uint8Array>;
  readonly writeOutput: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Shows a line in place of the last one; an empty one ends that. Absent: nobody watches. */
  readonly showProgress?: (text: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** With the language of the reader. Amounts are in US dollars: the currency is known once the settings are read. */
export interface Io extends Host {
  readonly words: Words;
}
