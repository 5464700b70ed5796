import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { IgnoreRules } from '../../src/core/files/ignoreRules';
import { walkFiles, type EntryKind, type FileTree } from '../../src/core/files/walk';

/** Files of a repository: texts by path. */
export type Tree = ReadonlyMap<string, string>;

const FOLDERS = ['dist', 'src', 'build', 'app', 'logs', 'a b', 'x[1]'];
const FILES = ['index.js', 'debug.log', '.env', '.env.local', 'keep.txt', 'README', 'dist', 'a.ts'];
const PATTERNS = [
  'dist',
  'dist/',
  '/dist/',
  '*.log',
  '.env*',
  '*',
  '*/',
  '/*',
  'src/*.js',
  'src/**',
  '**/dist',

  'app/dist',
  '/app/',
  'build/**/a.ts',
  'logs/*',
  'README',
  '*.[jt]s',
  'x\\[1\\]/',
  'a\\ b/',
  'k?ep.txt',
];

/** A repository of random folders, files and .gitignore files. @param random numbers from 0 up to 1 */
export function randomTree(random: () => number): Tree {
  const tree = new Map<string, string>();
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const rules = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
      random() < 0.35 ? `!${pick(PATTERNS)}` : pick(PATTERNS),
    ).join('\n');
  const fill = (prefix: string, depth: number): void => {
    for (const name of FILES) if (random() < 0.5) tree.set(prefix + name, '');
    if (random() < 0.6) tree.set(`${prefix}.gitignore`, rules());
    if (depth === 3) return;
    for (const name of FOLDERS) {
      if (random() < 0.35 && !tree.has(prefix + name)) fill(`${prefix}${name}/`, depth + 1);
    }
  };
  fill('', 0);
  if (random() < 0.3) tree.set('.git/info/exclude', rules());
  return tree;
}

/** Paths of the files that git lists, sorted. Requires git. */
export async function listWithGit(tree: Tree): Promise<string[]> {
  return withFolder(tree, async (root) => {
    git(root, 'init', '-q');
    const listed = git(root, 'ls-files', '-co', '--exclude-standard', '-z');
    return listed.split('\0').filter(Boolean).toSorted();
  });
}

/** Paths of the files that our walk finds, sorted. */
export async function listWithWalk(tree: Tree): Promise<string[]> {
  return withFolder(tree, async (root) => {
    const found: string[] = [];
    for await (const { kind, place } of walkFiles([new DiskPlace(root)], diskTree(root))) {
      if (kind === 'file') found.push(place.path.slice(root.length + 1));
    }
    return found.toSorted();
  });
}

async function withFolder<T>(tree: Tree, work: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'api-spend-git-'));
  try {
    for (const [path, text] of tree) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await work(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Runs git without the configuration of the machine. */
function git(root: string, ...args: string[]): string {
  const env = { ...process.env, HOME: root, XDG_CONFIG_HOME: root, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', args, { cwd: root, env, encoding: 'utf8' });
}

class DiskPlace {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  toString(): string {
    return this.path;
  }
}

function diskTree(root: string): FileTree<DiskPlace> {
  const read = async (file: string): Promise<string> => readFileSync(file, 'utf8');
  return {
    kindOf: async ({ path }) => kindOf(statSync(path)),
    list: async ({ path }) =>
      readdirSync(path, { withFileTypes: true }).map(
        (entry) => [entry.name, kindOf(entry)] as const,
      ),
    join: ({ path }, name) => new DiskPlace(`${path}/${name}`),
    readRules: async ({ path }) => read(path),
    repositoryRules: async () =>
      IgnoreRules.none.with(await read(join(root, '.git/info/exclude')).catch(() => '')),
    // The walk reads it from the selected folder, although the test creates no `.git` there.
    rulesAbove: async () =>
      IgnoreRules.none.with(await read(join(root, '.git/info/exclude')).catch(() => '')),
    isExcluded: () => false,
    yieldToHost: async () => undefined,
  };
}

function kindOf(entry: { isDirectory(): boolean; isFile(): boolean }): EntryKind {
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}
