import assert from 'node:assert/strict';
import {
  checkedFile,
  checkedVocabularies,
  isBuiltManifest,
} from '../../../../src/core/diagnosis/shipped';

const MANIFEST = '[{ "file": "a.bin", "sha256": "aa" }, { "file": "b.bin", "sha256": "bb" }]';

/** Files by name: their text and SHA-256. */
type Files = Readonly<Record<string, readonly [string, string]>>;

/** Reads files, of which the manifest was built with the SHA-256 "mm". */
function readerOf(files: Files): Parameters<typeof checkedVocabularies>[0] {
  return async (name) => {
    const [text, sha256] = files[name] ?? [];
    if (text === undefined || sha256 === undefined) throw new Error(`no ${name}`);
    return { bytes: new TextEncoder().encode(text), sha256 };
  };
}

async function check(files: Files): Promise<readonly unknown[]> {
  const checked = await checkedVocabularies(readerOf(files), (sha256) => sha256 === 'mm');
  return checked.map(({ name, bytes, fault }) => [name, bytes, fault]);
}

describe('the check of the vocabularies', () => {
  it('compares each with the manifest, and the manifest with the build', async () => {
    const files = { 'manifest.json': [MANIFEST, 'mm'], 'a.bin': ['12', 'aa'] } as const;
    assert.deepStrictEqual(await check({ ...files, 'b.bin': ['123', 'other'] }), [
      ['manifest.json', MANIFEST.length, undefined],
      ['a.bin', 2, undefined],
      ['b.bin', 3, 'other bytes'],
    ]);
    assert.deepStrictEqual((await check(files)).at(-1), ['b.bin', 0, 'unreadable']);
  });

  it('tells a damaged manifest, and believes none of its rows', async () => {
    for (const damaged of ['[{', 'null', MANIFEST])
      assert.deepStrictEqual(
        await check({ 'manifest.json': [damaged, 'other'], 'a.bin': ['12', 'aa'] }),
        [['manifest.json', damaged.length, 'other bytes']],
      );
    assert.deepStrictEqual(await check({}), [['manifest.json', 0, 'unreadable']]);
  });
});

describe('a file that ships', () => {
  it('is unreadable where reading fails', async () => {
    const is = (sha256: string): boolean => sha256 === 'aa';
    assert.deepStrictEqual(await checkedFile('a.bin', readerOf({ 'a.bin': ['1', 'aa'] }), is), {
      name: 'a.bin',
      bytes: 1,
      fault: undefined,
    });
    assert.strictEqual((await checkedFile('a.bin', readerOf({}), is)).fault, 'unreadable');
  });

  it('is no manifest of a build where nothing was built', () => {
    assert.strictEqual(isBuiltManifest(''), false);
  });
});
