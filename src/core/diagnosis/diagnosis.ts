import type { Timing } from './journal';

/** A file that ships, compared with what was built. */
export interface CheckedFile {
  readonly name: string;
  readonly bytes: number;
  /** Why it is not the one that was built; undefined: it is. */
  readonly fault: 'other bytes' | 'unreadable' | undefined;
}

/** A problem as others may read it. */
export interface ToldIncident {
  readonly atMs: number;
  /** The name of an error, "refused" for one that the user was told of, or "warning". */
  readonly name: string;
  /** Without places, names and values; undefined: the message was written for the user, and can hold any. */
  readonly message: string | undefined;
  /** Where in the program it was thrown. */
  readonly place: string | undefined;
}

/** The state of the extension, without anything of the user's: no text, name, path, address or value of a setting. */
export interface Diagnosis {
  readonly atMs: number;
  /** Names and versions or kinds: "VS Code", "1.139.1". */
  readonly host: readonly (readonly [string, string])[];
  readonly prices: {
    /** Undefined: they could not be read. */
    readonly models: number | undefined;
    readonly bundled: CheckedFile;
  };
  readonly vocabularies: readonly CheckedFile[];
  /** Encodings whose vocabularies are in memory. */
  readonly leased: readonly string[];
  /** Settings that are not at their defaults: names alone. */
  readonly changedSettings: readonly string[];
  readonly settingProblems: number;
  /** What the status bar has: "ready", "problem", … */
  readonly readout: string;
  readonly incidents: readonly ToldIncident[];
  readonly timings: ReadonlyMap<string, Timing>;
}
