import { countContent, type FileCount } from '../../core/fileCounts/fileCount';
import { countLargeFile } from '../../core/fileCounts/largeFile';
import { decodeBytes, detectEncoding } from '../../core/files/bytes';
import { fileParts } from '../../core/files/fileParts';
import { languageOfPath } from '../../core/files/languageOfPath';
import type { ScanHost } from '../../core/files/scan';
import type { FileContent } from '../../core/files/scanned/content';
import { finish } from '../../core/scheduling/sliced';
import { Slices } from '../../core/scheduling/slices';
import { filesCounted } from '../../wording/views/files';
import type { TextCounter } from '../countTexts';
import type { Io } from '../io';
import type { FilePlace } from './filePlace';
import { templateContent, type TemplateOptions } from './templates';
import { diskTree } from './tree';

/** Nothing else runs in a terminal. */
const slices = new Slices({
  sliceMs: Infinity,
  nowMs: () => 0,
  pause: async () => Promise.resolve(),
});

/** How files of a scan are counted. */
interface UseOfFiles {
  /** False: a file of requests is counted as the text that it is. */
  readonly countsRequests: boolean;
  readonly templates: TemplateOptions;
}

/**
 * The disk for a scan.
 *
 * @param excludes the user's `files.exclude`.
 */
export function scanHost(
  io: Io,
  excludes: unknown,
  by: TextCounter,
  { countsRequests, templates }: UseOfFiles,
  signal: AbortSignal,
): ScanHost<FilePlace, FileCount> {
  return {
    ...diskTree(io, excludes),
    read: async (place, maxBytes) => readContent(io, place, maxBytes, templates),
    async count(content) {
      const mayHoldRequests = countsRequests ? content.mayHoldRequests : undefined;
      const counted = finish(countContent({ ...content, mayHoldRequests }, by));
      return Promise.resolve(
        typeof counted === 'object' ? { counts: counted, form: counted.form } : counted,
      );
    },
    async countLarge({ native, path }, countsText, progress) {
      const read = (): AsyncIterable<Uint8Array> => io.readRanges(native);
      const file = { path, languageId: languageOfPath(path), read, countsRequests, countsText };
      const { groups, counters } = by;
      const host = { groups, counters, slices, signal, progress };
      const counted = await countLargeFile(file, host);
      return typeof counted === 'object' ? { counts: counted, form: counted.form } : counted;
    },
    progress(done, total, share) {
      io.showProgress?.(filesCounted(io.words, done, total, share));
    },
  };
}

async function readContent(
  io: Io,
  { native, path }: FilePlace,
  maxBytes: number,
  templates: TemplateOptions,
): Promise<FileContent> {
  const { bytes: size } = await io.stat(native, true);
  if (size > maxBytes) return { kind: 'tooLarge', bytes: size };
  const bytes = await io.readFile(native);
  const detected = detectEncoding(bytes);
  if (detected === 'binary') return { kind: 'binary' };
  const text = finish(decodeBytes(bytes, detected === 'unknown' ? 'utf8' : detected));
  const file = { path, languageId: languageOfPath(path) };
  const sent = fileParts(text, file);
  const template = await templateContent(io, native, { ...sent, text, file }, templates);
  return { kind: 'text', bytes: bytes.length, ...sent, ...template };
}
