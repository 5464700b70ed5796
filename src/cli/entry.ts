import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from './main';

/** The package's folder; this program is its dist/cli.js. */
const root = join(__dirname, '..');

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` has closed the pipe.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

async function run(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), {
    readFile: async (path) => readFile(path),
    workingDirectory: () => process.cwd(),
    readStandardInput,
    readShippedFile: async (path) => readFile(join(root, path)),
    writeOutput: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    now: () => Date.now(),
  });
}

void run();
