import assert from 'node:assert/strict';
import { IgnoreRules } from '../../../../src/core/files/ignoreRules';
import { scanFiles, type Scan, type ScanHost } from '../../../../src/core/files/scan';
import { SCAN_LIMITS, type ScanLimits } from '../../../../src/core/files/scanned/limits';
import type { EntryKind, Place } from '../../../../src/core/files/walk';

/** The text of a file, or the kind of an entry without readable text. */
type Content = string | { readonly is: 'binary' | 'link' | 'other' | 'locked' | 'gone' };

class TestPlace implements Place {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  toString(): string {
    return this.path;
  }
}

interface TestHost extends ScanHost<TestPlace, number> {
  readonly counted: readonly string[];
}

/** A file system in memory; each character counts as one token. */
function hostOf(files: Readonly<Record<string, Content>>): TestHost {
  const counted: string[] = [];
  const kindAt = (path: string): EntryKind => {
    const content = files[path];
    if (typeof content === 'string') return 'file';
    if (content) return content.is === 'link' || content.is === 'other' ? content.is : 'file';
    if (Object.keys(files).some((file) => file.startsWith(`${path}/`))) return 'folder';
    throw new Error('not found');
  };
  return {
    counted,
    progress: () => {},
    yieldToHost: () => Promise.resolve(),
    join: (folder, name) => new TestPlace(`${folder.path}/${name}`),
    rulesAbove: () => Promise.resolve(IgnoreRules.none),
    repositoryRules: () => Promise.resolve(IgnoreRules.none.with('*.own')),
    isExcluded: ({ path }) => path.endsWith('.excluded'),
    kindOf: async ({ path }, follows) => {
      const kind = kindAt(path);
      return kind === 'link' && follows ? 'file' : kind;
    },
    async list({ path }) {
      if (files[`${path}/locked`] !== undefined) throw new Error('locked');
      const below = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
      const names = new Set(below.map((file) => file.slice(path.length + 1).split('/')[0] ?? ''));
      return [...names].map((name) => [name, kindAt(`${path}/${name}`)] as const).toReversed();
    },
    async readRules({ path }) {
      const rules = files[path];
      return typeof rules === 'string' ? rules : '';
    },
    async read({ path }, maxBytes) {
      const content = files[path];
      if (typeof content !== 'string') {
        if (content?.is === 'binary') return { kind: 'binary' };
        if (content?.is === 'link') {
          return { kind: 'text', parts: [{ text: 'target', languageId: path }], bytes: 6 };
        }
        throw new Error(`${path} cannot be read`);
      }
      if (content.length > maxBytes) return { kind: 'tooLarge', bytes: content.length };
      const parts = [{ text: content, languageId: path }];
      return { kind: 'text', parts, bytes: content.length };
    },
    async count({ parts, form }) {
      counted.push(...parts.map(({ languageId }) => languageId));
      return { counts: parts.reduce((sum, { text }) => sum + text.length, 0), form };
    },
    async countLarge({ path }, countsText, progress) {
      const content = files[path];
      if (typeof content !== 'string') return 'binary';
      progress(content.length / 2);
      if (content.startsWith('requests')) return { counts: 1, form: 'requests' };
      return countsText ? { counts: content.length, form: undefined } : 'tooLarge';
    },
  };
}

async function scan(
  files: Readonly<Record<string, Content>>,
  chosen: readonly string[],
  limits: ScanLimits = SCAN_LIMITS,
): Promise<Scan<TestPlace, number>> {
  const result = await scanFiles(
    chosen.map((path) => new TestPlace(path)),
    hostOf(files),
    new AbortController().signal,
    limits,
  );
  assert.ok(result);
  return result;
}

const pathsOf = ({ files }: Scan<TestPlace, number>): string[] =>
  files.map(({ place }) => place.path);

const skippedOf = ({ skipped }: Scan<TestPlace, number>): string[] =>
  skipped.map(({ place, reason }) => `${place.path} ${reason}`);

describe('a scan of files', () => {
  it('counts in order of path, in whatever order the file system lists', async () => {
    const result = await scan({ '/w/b': 'bb', '/w/a/z': 'z', '/w/a/A': 'A', '/w/c': 'ccc' }, [
      '/w',
    ]);
    assert.deepEqual(
      result.files.map(({ place, counts }) => [place.path, counts]),
      [
        ['/w/a/A', 1],
        ['/w/a/z', 1],
        ['/w/b', 2],
        ['/w/c', 3],
      ],
    );
  });

  it('counts each file once', async () => {
    const files = { '/w/a/x': 'x', '/w/b': 'b' };
    const result = await scan(files, ['/w/b', '/w', '/w/a', '/w/a/x', '/w/b']);
    assert.deepEqual(pathsOf(result), ['/w/a/x', '/w/b']);
  });

  it('respects .gitignore files at every level, and excludes', async () => {
    const result = await scan(
      {
        '/w/.gitignore': 'out\n*.log\n',
        '/w/a.log': 'x',
        '/w/out/x': 'x',
        '/w/x.excluded': 'x',
        '/w/src/.gitignore': '!keep.log\nlocal',
        '/w/src/keep.log': 'x',
        '/w/src/b.log': 'x',
        '/w/src/local/y': 'x',
        '/w/src/main': 'x',
        '/w/local': 'x',
      },
      ['/w'],
    );
    assert.deepEqual(pathsOf(result), ['/w/local', '/w/src/keep.log', '/w/src/main']);
    assert.equal(result.ignored, 5);
  });

  it('applies only its own rules in a nested repository, and leaves out .git', async () => {
    const files = {
      '/w/.gitignore': '*.log',
      '/w/a.own': 'x',
      '/w/sub/.git/config': 'x',
      '/w/sub/a.log': 'x',
      '/w/sub/a.own': 'x',
      '/w/sub/deep/b.own': 'x',
    };
    const paths = pathsOf(await scan(files, ['/w']));
    assert.deepEqual(paths, ['/w/a.own', '/w/sub/a.log']);
  });

  it('includes chosen files and folders even if rules ignore them', async () => {
    const files = { '/w/.gitignore': 'out', '/w/out/x': 'x', '/w/out/y': 'x' };
    const result = await scan(files, ['/w', '/w/out']);
    assert.deepEqual(pathsOf(result), ['/w/out/x', '/w/out/y']);
  });

  it('lists each file that is not counted once, with the reason', async () => {
    const files = {
      '/w/a.png': { is: 'binary' },
      '/w/b': { is: 'link' },
      '/w/c': { is: 'other' },
      '/w/d': { is: 'gone' },
      '/w/e/locked': 'x',
      '/w/f': 'ffff',
      '/w/g': 'g',
    } as const;
    const limits = { ...SCAN_LIMITS, bytesPerFile: 3, bytesInRanges: 3 };
    const result = await scan(files, ['/w', '/w/b', '/w/nowhere', '/w/nowhere'], limits);
    assert.deepEqual(pathsOf(result), ['/w/g']);
    assert.deepEqual(skippedOf(result).toSorted(), [
      '/w/a.png binary',
      '/w/b link',
      '/w/c other',
      '/w/d unreadable',
      '/w/e unreadable',
      '/w/f tooLarge',
      '/w/nowhere unreadable',
    ]);
  });

  it('counts larger files in ranges: requests up to a limit of their own, texts up to that of all', async () => {
    const files = { '/w/a': 'requests', '/w/b': 'texttext', '/w/c': 'x', '/w/d': 'requests more' };
    const limits = { ...SCAN_LIMITS, bytesPerFile: 3, bytes: 8, bytesInRanges: 17 };
    const { files: counted, skipped, limit } = await scan(files, ['/w'], limits);
    assert.deepEqual(
      counted.map(({ place, form, counts }) => [place.path, form, counts]),
      [
        ['/w/a', 'requests', 1],
        ['/w/b', undefined, 8],
      ],
    );
    // One byte more than texts may have; four more than all that is read in ranges.
    assert.deepEqual([limit, skipped], ['bytes', []]);
    const wide = await scan(files, ['/w'], { ...limits, bytes: 9 });
    assert.deepEqual(pathsOf(wide), ['/w/a', '/w/b', '/w/c']);
    assert.deepEqual(skippedOf(wide), ['/w/d tooLarge']);
    assert.deepEqual(skippedOf(await scan(files, ['/w'], { ...limits, bytes: 7 })), [
      '/w/b tooLarge',
      '/w/d tooLarge',
    ]);
  });

  it('says how much of a larger file is counted', async () => {
    const host = hostOf({ '/w/a': 'requests' });
    const seen: (number | undefined)[] = [];
    await scanFiles(
      [new TestPlace('/w')],
      { ...host, progress: (_done, _total, share) => seen.push(share) },
      new AbortController().signal,
      { ...SCAN_LIMITS, bytesPerFile: 3 },
    );
    assert.deepEqual(seen, [undefined, undefined, 0.5]);
  });

  it('does not count what is not sent: empty files, and files of git unless they were chosen', async () => {
    const files = {
      '/w/.gitignore': 'out',
      '/w/.gitkeep': '',
      '/w/a/.gitattributes': 'x',
      '/w/empty': '',
      '/w/x': 'x',
    };
    const folder = await scan(files, ['/w']);
    assert.deepEqual(pathsOf(folder), ['/w/x']);
    assert.deepEqual(skippedOf(folder), [
      '/w/.gitignore git',
      '/w/.gitkeep git',
      '/w/a/.gitattributes git',
      '/w/empty empty',
    ]);
    assert.deepEqual(pathsOf(await scan(files, ['/w', '/w/.gitignore'])), [
      '/w/.gitignore',
      '/w/x',
    ]);
  });

  it('follows a symbolic link that was chosen, and none that is found in a folder', async () => {
    const files = { '/w/a': 'a', '/w/link': { is: 'link' } } as const;
    const alone = await scan(files, ['/w/link']);
    assert.deepEqual(
      alone.files.map(({ place, counts }) => [place.path, counts]),
      [['/w/link', 6]],
    );
    assert.deepEqual(pathsOf(await scan(files, ['/w/a', '/w/link'])), ['/w/a', '/w/link']);
    const found = await scan(files, ['/w']);
    assert.deepEqual(pathsOf(found), ['/w/a']);
    assert.deepEqual(skippedOf(found), ['/w/link link']);
  });

  it('stops listing folders when cancelled', async () => {
    const host = hostOf({ '/w/a/b/c/d/x': 'x' });
    const cancel = new AbortController();
    const listed: string[] = [];
    const list: typeof host.list = async (folder) => {
      if (listed.push(folder.path) === 3) cancel.abort();
      return host.list(folder);
    };
    const result = await scanFiles([new TestPlace('/w')], { ...host, list }, cancel.signal);
    assert.equal(result, undefined);
    assert.deepEqual(listed, ['/w', '/w/a', '/w/a/b']);
  });

  it('stops at its limits and reports them', async () => {
    const files = { '/w/a': 'aa', '/w/b': 'bb', '/w/c': 'cc' };
    const byFiles = await scan(files, ['/w'], { ...SCAN_LIMITS, files: 2 });
    assert.deepEqual([pathsOf(byFiles), byFiles.limit], [['/w/a', '/w/b'], 'files']);
    const byBytes = await scan(files, ['/w'], { ...SCAN_LIMITS, bytes: 5 });
    assert.deepEqual([pathsOf(byBytes), byBytes.limit], [['/w/a', '/w/b'], 'bytes']);
    const within = await scan(files, ['/w'], { ...SCAN_LIMITS, files: 3, bytes: 6 });
    assert.deepEqual([pathsOf(within).length, within.limit], [3, undefined]);
  });

  it('reads nothing when cancelled while listing', async () => {
    const host = hostOf({ '/w/a': 'a', '/w/b': 'b' });
    const cancel = new AbortController();
    const reads: string[] = [];
    const watched: typeof host = {
      ...host,
      progress: () => {
        cancel.abort();
      },
      read: async (file, maxBytes) => {
        reads.push(file.path);
        return host.read(file, maxBytes);
      },
    };
    assert.equal(await scanFiles([new TestPlace('/w')], watched, cancel.signal), undefined);
    assert.deepEqual(reads, []);
  });

  it('counts no further file when cancelled while counting', async () => {
    const files = { '/w/a': 'a', '/w/b': 'b', '/w/c': 'c' };
    for (const last of [1, 2, 3]) {
      const host = hostOf(files);
      const cancel = new AbortController();
      const count: typeof host.count = async (parts) => {
        const counts = await host.count(parts);
        if (host.counted.length === last) cancel.abort();
        return counts;
      };
      const result = await scanFiles([new TestPlace('/w')], { ...host, count }, cancel.signal);
      assert.equal(result, undefined);
      assert.equal(host.counted.length, last);
    }
  });
});
