import type { TemplateHead } from './head';
import { parseSamples, sampleNames, type SampleProblem } from './samples';
import type { TemplateValues } from './values';

/** Larger files of samples are not read. */
export const MOST_SAMPLE_BYTES = 5_000_000;

/** Reads a file beside a template. Undefined: there is none. Rejects if it cannot be read. */
export type ReadBeside = (path: string) => Promise<FileBeside | undefined>;

export type FileBeside =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'tooLarge' };

/** Where values of a template come from. */
export interface TemplateSources {
  readonly fileName: string;
  readonly head: TemplateHead;
  /** What the user gave: one set of values, or one for each sample; empty: nothing. */
  readonly own: readonly TemplateValues[];
  readonly readBeside: ReadBeside;
}

/** A file whose values are not used. `path` is relative to the template. */
export interface BrokenFile {
  readonly path: string;
  readonly problem: SampleProblem | { readonly kind: 'unreadable'; readonly message: string };
}

/** The values of a template: one set, or one for each sample. */
export interface ResolvedValues {
  /** At least one, perhaps without any value. */
  readonly samples: readonly TemplateValues[];
  /** The files that values come from, relative to the template. */
  readonly files: readonly string[];
  readonly broken: readonly BrokenFile[];
}

/**
 * Values by their order of rank: the user's, a file of samples beside the template, the front matter's sample, defaults
 * of inputs. A value of a lower rank stands where a higher one has none.
 */
export async function resolveValues(sources: TemplateSources): Promise<ResolvedValues> {
  const { head, own } = sources;
  const files = new FilesBeside(sources.readBeside);
  const beside = await files.firstOf(sampleNames(sources.fileName));
  const named = head.sampleFile === undefined ? undefined : await files.named(head.sampleFile);
  const ofFiles = await valuesOfFiles(head, files);
  const inFrontMatter = [{ ...head.sample, ...ofFiles }];
  const samples = [own, beside, inFrontMatter, named].reduceRight<readonly TemplateValues[]>(
    (lower, higher) => combined(higher ?? [], lower),
    [head.defaults],
  );
  return { samples, files: files.used, broken: files.broken };
}

/** The number of samples is that of the higher rank, unless it has one set of values for all. */
function combined(
  higher: readonly TemplateValues[],
  lower: readonly TemplateValues[],
): readonly TemplateValues[] {
  if (higher.length === 0) return lower;
  const pair = (high: TemplateValues = {}, low: TemplateValues = {}): TemplateValues => ({
    ...low,
    ...high,
  });
  return higher.length === 1
    ? lower.map((low) => pair(higher[0], low))
    : higher.map((high) => pair(high, lower[0]));
}

async function valuesOfFiles(head: TemplateHead, files: FilesBeside): Promise<TemplateValues> {
  const values: [string, unknown][] = [];
  for (const [name, path] of Object.entries(head.valueFiles)) {
    const text = await files.text(path);
    if (text !== undefined) values.push([name, jsonOrText(text)]);
  }
  return Object.fromEntries(values);
}

/** A file may hold a text as it is. */
function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Reads files beside a template, and notes which were used and which are broken. */
class FilesBeside {
  readonly #read: ReadBeside;
  readonly used: string[] = [];
  readonly broken: BrokenFile[] = [];

  constructor(read: ReadBeside) {
    this.#read = read;
  }

  /** The samples of the first file that exists. */
  async firstOf(paths: readonly string[]): Promise<readonly TemplateValues[] | undefined> {
    for (const path of paths) {
      const text = await this.#textOf(path);
      if (text !== undefined) return this.#samplesIn(path, text);
      if (this.broken.some((file) => file.path === path)) return undefined;
    }
    return undefined;
  }

  async named(path: string): Promise<readonly TemplateValues[] | undefined> {
    const text = await this.text(path, false);
    return text === undefined ? undefined : this.#samplesIn(path, text);
  }

  /** The text of a file that the template names, so that it must exist. */
  async text(path: string, isUsed = true): Promise<string | undefined> {
    const text = await this.#textOf(path);
    if (text !== undefined && isUsed) this.used.push(path);
    if (text === undefined && !this.broken.some((file) => file.path === path)) {
      this.broken.push({ path, problem: { kind: 'missing' } });
    }
    return text;
  }

  async #textOf(path: string): Promise<string | undefined> {
    try {
      const file = await this.#read(path);
      if (file?.kind !== 'tooLarge') return file?.text;
      this.broken.push({ path, problem: { kind: 'tooLarge' } });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.broken.push({ path, problem: { kind: 'unreadable', message } });
    }
    return undefined;
  }

  #samplesIn(path: string, text: string): readonly TemplateValues[] | undefined {
    const parsed = parseSamples(text);
    if (parsed.ok) {
      this.used.push(path);
      return parsed.samples;
    }
    this.broken.push({ path, problem: parsed.problem });
    return undefined;
  }
}
