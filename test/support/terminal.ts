import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Host, Io } from '../../src/cli/io';
import { ENGLISH } from '../../src/wording/words';
import { main } from '../../src/cli/main';
import { projectRoot } from './priceTables';

export interface TerminalRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Content = string | Uint8Array;

/** Cache of the program's own files, which do not change during a test run. */
const shipped = new Map<string, Promise<Uint8Array>>();

async function readShippedFile(path: string): Promise<Uint8Array> {
  const read = shipped.get(path) ?? readFile(`${projectRoot}/${path}`);
  shipped.set(path, read);
  return read;
}

/** Ranges end within lines and characters. */
const RANGE_BYTES = 99_991;

/** Absolute as the system writes it: on Windows, on the current drive. */
const WORKING_DIRECTORY = resolve('/home/team/project');

/** Runs the terminal program in this process with fake files and standard input. */
export async function runTerminal(
  args: readonly string[],
  files: Readonly<Record<string, Content>> = {},
  input: Content = '',
): Promise<TerminalRun> {
  const output = { stdout: '', stderr: '' };
  const status = await main(args, {
    ...terminalIo(files, input),
    writeOutput: (text) => (output.stdout += text),
    writeError: (text) => (output.stderr += text),
  });
  return { status, ...output };
}

/** Fake files and standard input; what is written is dropped. */
export function terminalIo(files: Readonly<Record<string, Content>> = {}, input: Content = ''): Io {
  return {
    ...fakeDisk(files),
    environment: { HOME: '/home/team' },
    workingDirectory: () => WORKING_DIRECTORY,
    readStandardInput: async () => Promise.resolve(bytesOf(input)),
    readShippedFile,
    writeOutput: () => undefined,
    writeError: () => undefined,
    now: () => Date.now(),
    words: ENGLISH,
  };
}

/** The files, and the folders that they lie in. Paths are relative to the working directory. */
function fakeDisk(
  files: Readonly<Record<string, Content>>,
): Pick<Host, 'readFile' | 'readRanges' | 'stat' | 'listFolder'> {
  const contents = new Map(
    Object.entries(files).map(([path, content]) => [absolute(path), content]),
  );
  const below = (folder: string): readonly string[] => {
    const start = folder.endsWith(sep) ? folder : folder + sep;
    return [...contents.keys()].filter((path) => path.startsWith(start));
  };
  const isFolder = (path: string): boolean => path === WORKING_DIRECTORY || below(path).length > 0;
  const missing = (path: string): Error => Object.assign(new Error(path), { code: 'ENOENT' });
  return {
    async readFile(path) {
      const content = contents.get(absolute(path));
      if (content !== undefined) return Promise.resolve(bytesOf(content));
      throw isFolder(absolute(path))
        ? Object.assign(new Error(path), { code: 'EISDIR' })
        : missing(path);
    },
    async *readRanges(path) {
      const bytes = bytesOf(contents.get(absolute(path)) ?? '');
      for (let start = 0; start < bytes.length; start += RANGE_BYTES)
        yield Promise.resolve(bytes.subarray(start, start + RANGE_BYTES));
    },
    async stat(path) {
      const content = contents.get(absolute(path));
      if (content !== undefined)
        return Promise.resolve({ kind: 'file', bytes: bytesOf(content).length });
      if (isFolder(absolute(path))) return Promise.resolve({ kind: 'folder', bytes: 0 });
      throw missing(path);
    },
    async listFolder(path) {
      const folder = absolute(path);
      const names = new Set(
        below(folder).map((file) => file.slice(folder.length).split(sep).find(Boolean) ?? ''),
      );
      return Promise.resolve(
        [...names].map((name) => [name, isFolder(join(folder, name)) ? 'folder' : 'file'] as const),
      );
    },
  };
}

function absolute(path: string): string {
  return resolve(WORKING_DIRECTORY, path);
}

function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
