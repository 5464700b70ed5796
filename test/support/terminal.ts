import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  const read = shipped.get(path) ?? readFile(join(projectRoot, path));
  shipped.set(path, read);
  return read;
}

/** Runs the terminal program in this process with fake files and standard input. */
export async function runTerminal(
  args: readonly string[],
  files: Readonly<Record<string, Content>> = {},
  input: Content = '',
): Promise<TerminalRun> {
  const output = { stdout: '', stderr: '' };
  const status = await main(args, {
    readFile: async (path) => {
      const content = files[path];
      if (content !== undefined) return Promise.resolve(bytesOf(content));
      throw Object.assign(new Error(path), { code: path === '.' ? 'EISDIR' : 'ENOENT' });
    },
    workingDirectory: () => '/home/team/project',
    readStandardInput: async () => Promise.resolve(bytesOf(input)),
    readShippedFile,
    writeOutput: (text) => (output.stdout += text),
    writeError: (text) => (output.stderr += text),
    now: () => Date.now(),
  });
  return { status, ...output };
}

function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
