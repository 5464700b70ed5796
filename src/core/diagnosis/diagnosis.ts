import type { ErrorFacts } from './facts';
import type { Timing } from './journal';

/** A file that ships, compared with what was built. */
export interface CheckedFile {
  readonly name: string;
  readonly bytes: number;
  /** Why it is not the one that was built; undefined: it is. */
  readonly fault: 'other bytes' | 'unreadable' | undefined;
}

/** A problem as others may read it: without its message. */
export interface ToldIncident {
  readonly atMs: number;
  /** What the user was told of, with a reason: refused; a line of the log: a warning. */
  readonly kind: 'error' | 'refused' | 'warning';
  /** Undefined: it is no error. */
  readonly facts: ErrorFacts | undefined;
}

/** Where the extension runs: versions and kinds. */
export interface Host {
  readonly extension: string;
  readonly vscode: string;
  readonly ui: 'browser' | 'desktop';
  /** As VS Code names it: "desktop", "codespaces". */
  readonly app: string;
  readonly remote: RemoteKind | 'none' | 'other';
  /** "linux", "win32", "darwin" or "browser". */
  readonly system: string;
  readonly language: string;
  readonly isTrusted: boolean;
  readonly folders: number;
  /** Of the folders, each once: "file", "vscode-vfs". */
  readonly schemes: readonly string[];
}

/** Kinds of remote windows of VS Code's own extensions. Others can have the name of a machine. */
const REMOTE_KINDS = [
  'ssh-remote',
  'wsl',
  'dev-container',
  'attached-container',
  'k8s-container',
  'codespaces',
  'tunnel',
] as const;

export type RemoteKind = (typeof REMOTE_KINDS)[number];

/** @param name of a remote, as VS Code has it. */
export function remoteKind(name: string | undefined): Host['remote'] {
  if (name === undefined) return 'none';
  return REMOTE_KINDS.find((kind) => kind === name) ?? 'other';
}

/** The state of the extension, without anything of the user's: no text, name, path, address or value of a setting. */
export interface Diagnosis {
  readonly atMs: number;
  readonly host: Host;
  readonly prices: {
    /** Undefined: they could not be read. */
    readonly models: number | undefined;
    readonly bundled: CheckedFile;
  };
  /** And their list. */
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
