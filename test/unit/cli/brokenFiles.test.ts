// Files of the program itself that are missing or damaged, and files that change while a folder is counted.
import assert from 'node:assert/strict';
import type { Io } from '../../../src/cli/io';
import { main } from '../../../src/cli/main';
import { terminalIo, type Content } from '../../support/terminal';

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(
  args: readonly string[],
  files: Readonly<Record<string, Content>>,
  change: (io: Io) => Partial<Io>,
): Promise<Run> {
  const output = { stdout: '', stderr: '' };
  const io = terminalIo(files);
  const status = await main(args, {
    ...io,
    ...change(io),
    writeOutput: (text) => (output.stdout += text),
    writeError: (text) => (output.stderr += text),
  });
  return { status, ...output };
}

const mended = (file: string): string =>
  `api-spend: ${file}, a file of API Spend, is missing or damaged. Install API Spend again.\n`;

describe('files of the terminal program', () => {
  const damages: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
    ['cut', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => new Uint8Array()],
    [
      'missing',
      () => {
        throw new Error('ENOENT: no such file or directory');
      },
    ],
    [
      'changed',
      (bytes) => {
        const copy = new Uint8Array(bytes);
        copy[0] = ~(copy[0] ?? 0);
        return copy;
      },
    ],
  ];
  for (const file of ['pricing.json', 'media/vocabularies/o200k.bin']) {
    for (const [damage, apply] of damages) {
      it(`${damage}, as ${file}, are told in one sentence that says what to do`, async () => {
        const ran = await run(
          ['estimate', 'a.txt', '--model', 'openai/o1'],
          { 'a.txt': 'hello' },
          (io) => ({
            async readShippedFile(path) {
              const bytes = await io.readShippedFile(path);
              return path === file ? apply(bytes) : bytes;
            },
          }),
        );
        assert.deepEqual(ran, { status: 2, stdout: '', stderr: mended(file) });
      });
    }
  }

  it('missing, as package.json, are told too', async () => {
    const ran = await run(['--version'], {}, () => ({
      readShippedFile: async () => Promise.reject(new Error('ENOENT')),
    }));
    assert.deepEqual(ran, { status: 2, stdout: '', stderr: mended('package.json') });
  });
});

describe('files of a folder that change while it is counted', () => {
  const failing = (code: string): Error => Object.assign(new Error(code), { code });
  const FILES = { 'docs/a.txt': 'one two three', 'docs/b.txt': 'four', 'docs/c.txt': 'five' };
  const COUNT = ['estimate', 'docs', '--model', 'openai/o1', '--format', 'csv'];

  for (const [what, code] of [
    ['deleted', 'ENOENT'],
    ['replaced by a folder', 'EISDIR'],
    ['locked', 'EACCES'],
  ] as const) {
    it(`are told when they are ${what}, and the others are counted`, async () => {
      const { status, stdout, stderr } = await run(COUNT, FILES, (io) => ({
        readFile: async (path) =>
          path.endsWith('b.txt') ? Promise.reject(failing(code)) : io.readFile(path),
      }));
      assert.equal(status, 0, stderr);
      assert.match(stdout, /a\.txt/);
      assert.match(stdout, /c\.txt/);
      assert.match(stderr, /^api-spend: Could not be read: 1\n$/);
    });
  }

  it('are counted as they are when they are read, also if they have grown or are empty', async () => {
    const { stdout } = await run(COUNT, FILES, (io) => ({
      stat: async (path, follows) => ({ ...(await io.stat(path, follows)), bytes: 1 }),
      readFile: async (path) =>
        path.endsWith('b.txt') ? Promise.resolve(new Uint8Array()) : io.readFile(path),
    }));
    assert.match(stdout, /a\.txt/);
    assert.doesNotMatch(stdout, /b\.txt/);
  });

  it('are told when a large one ends in the middle, and the others are counted', async () => {
    const { status, stdout, stderr } = await run(COUNT, FILES, (io) => ({
      async stat(path, follows) {
        const found = await io.stat(path, follows);
        return path.endsWith('b.txt') ? { ...found, bytes: 60_000_000 } : found;
      },
      async *readRanges() {
        yield Promise.resolve(new TextEncoder().encode('word '.repeat(1000)));
        throw failing('ESTALE');
      },
    }));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /a\.txt/);
    assert.doesNotMatch(stdout, /b\.txt/);
    assert.match(stderr, /^api-spend: Could not be read: 1\n$/);
  });
});
