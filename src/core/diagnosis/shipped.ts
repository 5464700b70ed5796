import type { CheckedFile } from './diagnosis';

declare const VOCABULARY_MANIFEST_SHA256: string | undefined;

/**
 * Whether a file is the list of vocabularies that the bundle was built with.
 *
 * @param sha256 of the file, in lower-case hexadecimal digits.
 */
export function isBuiltManifest(sha256: string): boolean {
  return typeof VOCABULARY_MANIFEST_SHA256 === 'string' && VOCABULARY_MANIFEST_SHA256 === sha256;
}

/** A file and its SHA-256. */
export interface HashedFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** @throws any error of reading the file. */
type ReadFile = (name: string) => PromiseLike<HashedFile>;

/** @param isBuilt says whether a SHA-256 is that of the file that was built. */
export async function checkedFile(
  name: string,
  read: ReadFile,
  isBuilt: (sha256: string) => boolean,
): Promise<CheckedFile> {
  return comparedFile(name, await orUndefined(read(name)), isBuilt);
}

function comparedFile(
  name: string,
  file: HashedFile | undefined,
  isBuilt: (sha256: string) => boolean,
): CheckedFile {
  if (!file) return { name, bytes: 0, fault: 'unreadable' };
  const fault = isBuilt(file.sha256) ? undefined : 'other bytes';
  return { name, bytes: file.bytes.length, fault };
}

const MANIFEST = 'manifest.json';

/**
 * The list of vocabularies, and each of them compared with it. A list that is not the one that was built says nothing
 * about them: it stands alone then.
 */
export async function checkedVocabularies(
  read: ReadFile,
  isBuilt = isBuiltManifest,
): Promise<readonly CheckedFile[]> {
  const file = await orUndefined(read(MANIFEST));
  const manifest = comparedFile(MANIFEST, file, isBuilt);
  if (!file || manifest.fault) return [manifest];
  const rows = JSON.parse(new TextDecoder().decode(file.bytes)) as readonly ManifestRow[];
  const vocabularies = rows.map(async (row) =>
    checkedFile(row.file, read, (sha256) => sha256 === row.sha256),
  );
  return [manifest, ...(await Promise.all(vocabularies))];
}

/** As scripts/vocabularies/pack.mjs writes them. */
interface ManifestRow {
  readonly file: string;
  readonly sha256: string;
}

async function orUndefined<Value>(work: PromiseLike<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
