import { dirname, join } from 'node:path';
import type { FileParts } from '../../core/files/fileParts';
import type { TemplateContent } from '../../core/files/scanned/content';
import type { FileKind } from '../../core/files/sentText';
import { renderFile } from '../../core/files/templates/fileTemplate';
import { mayHaveValues } from '../../core/files/templates/mayHaveValues';
import { MOST_SAMPLE_BYTES, type ReadBeside } from '../../core/files/templates/resolve';
import { parseSamples } from '../../core/files/templates/samples';
import type { TemplateValues } from '../../core/files/templates/values';
import { describeFileProblem } from '../../wording/documents/terminal';
import { brokenNote } from '../../wording/views/templates';
import type { Io } from '../io';
import { decode, readTexts } from '../texts';
import { UsageError } from '../usageError';

/** The values that templates get. */
export interface TemplateOptions {
  /** Those of --values: one set, or one for each sample; empty: none. */
  readonly given: readonly TemplateValues[];
  /** Whether the values that stand in a template and beside it are used. */
  readonly usesSamples: boolean;
}

/** @throws {UsageError} if the file of --values cannot be read, or has no values. */
export async function readValues(
  io: Io,
  path: string | undefined,
): Promise<TemplateOptions['given']> {
  if (path === undefined) return [];
  const [file] = await readTexts(io, [path]);
  const parsed = parseSamples(file?.text ?? '');
  if (parsed.ok) return parsed.samples;
  const { problem } = parsed;
  throw new UsageError((words) => brokenNote(words, { path, problem }));
}

/**
 * The text of a template with its values; undefined: the file is no template, or has no values.
 *
 * @param path where the file lies; - for standard input.
 */
export async function templateContent(
  io: Io,
  path: string,
  { text, file, parts }: FileParts & { readonly text: string; readonly file: FileKind },
  { given, usesSamples }: TemplateOptions,
): Promise<TemplateContent | undefined> {
  if ((!usesSamples && given.length === 0) || !mayHaveValues(text, file)) return undefined;
  const isOwnOnly = !usesSamples || path === '-';
  const readBeside: ReadBeside = async (name) => readFileBeside(io, join(dirname(path), name));
  const rendered = await renderFile({ text, file, parts, own: given, isOwnOnly, readBeside });
  return { samples: rendered.samples, template: rendered.facts };
}

async function readFileBeside(io: Io, path: string): ReturnType<ReadBeside> {
  try {
    const { kind, bytes } = await io.stat(path, true);
    // A folder, or a device without an end.
    if (kind !== 'file') return undefined;
    if (bytes > MOST_SAMPLE_BYTES) return { kind: 'tooLarge' };
    return { kind: 'text', text: decode(path, await io.readFile(path)) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Error(describeFileProblem(io.words, path, 'forbidden'), { cause: error });
  }
}
