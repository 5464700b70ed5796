import { createReadStream, readFileSync, type Dirent, type Stats } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryKind } from '../core/files/walk';
import { ProgressLine } from './files/progressLine';
import type { Host } from './io';
import { main, tellUnwritten } from './main';

/** The package's folder; this program is its dist/cli.js. */
const root = join(__dirname, '..');

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function kindOf(entry: Stats | Dirent): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

/** Bytes of a large file that are in memory at once. */
const RANGE_BYTES = 0x40000;

const progress = new ProgressLine({
  write: (text) => process.stderr.write(text),
  nowMs: () => performance.now(),
});

function writeOutput(text: string): void {
  if (process.stdout.isTTY) progress.end();
  process.stdout.write(text);
}

const args = process.argv.slice(2);

const host: Host = {
  readFile: async (path) => readFile(path),
  readRanges: (path) => createReadStream(path, { highWaterMark: RANGE_BYTES }),
  async stat(path, follows) {
    const found = await (follows ? stat(path) : lstat(path));
    return { kind: kindOf(found), bytes: found.size };
  },
  async listFolder(path) {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => [entry.name, kindOf(entry)] as const);
  },
  environment: process.env,
  ...(process.stderr.isTTY ? { showProgress: (text: string) => progress.show(text) } : {}),
  workingDirectory: () => process.cwd(),
  readStandardInput,
  // At once: its promise reads a vocabulary in blocks, which takes twice as long.
  readShippedFile: async (path) => Promise.resolve(readFileSync(join(root, path))),
  writeOutput,
  writeError: (text) => process.stderr.write(text),
  now: () => Date.now(),
};

async function run(): Promise<void> {
  process.exitCode = await main(args, host);
}

/** After an error of standard output. */
async function end(error: NodeJS.ErrnoException): Promise<void> {
  // A reader such as `head` has closed the pipe.
  process.exit(error.code === 'EPIPE' ? 0 : await tellUnwritten(args, host, error.message));
}

process.stdout.on('error', (error) => void end(error));

void run();
