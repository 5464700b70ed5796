import type { Placeholder } from './placeholder';
import type { BrokenFile, ResolvedValues } from './resolve';
import { valueText, type TemplateValues } from './values';

/** Samples that are counted at most, and characters of all of them. */
const MOST_SAMPLES = 100;
const MOST_RENDERED = 10_000_000;

/** The samples that are counted, of which there is at least one. @param length of the whole file, in characters. */
export function countedSamples<Sample>(
  samples: readonly Sample[],
  length: number,
): readonly Sample[] {
  const most = Math.floor(MOST_RENDERED / Math.max(1, length));
  return samples.slice(0, Math.max(1, Math.min(MOST_SAMPLES, most)));
}

/** What is known of the values of a template. */
export interface TemplateFacts {
  /** Number of samples that are counted; 1 for one set of values. */
  readonly samples: number;
  /** Number of samples that there are. */
  readonly allSamples: number;
  /** Names with a value. */
  readonly filled: readonly string[];
  /** Names that have a value in some samples only. */
  readonly partly: readonly string[];
  /** Names without a value, which are counted as written. */
  readonly open: readonly string[];
  /** Placeholders that no value replaces, as written: without a value, or sections and filters. */
  readonly asWritten: readonly string[];
  /** The first tags of control structures and comments, which are counted as written with all that stands in them. */
  readonly structures: readonly string[];
  /** The files that values come from. */
  readonly files: readonly string[];
  readonly broken: readonly BrokenFile[];
}

/** @param placeholders those of the text that is counted. @param samples those that are counted. */
export function templateFacts(
  placeholders: readonly Placeholder[],
  samples: readonly TemplateValues[],
  resolved: ResolvedValues,
): TemplateFacts {
  const different = differentOnes(placeholders);
  const names = namesOf(different);
  const counts = new Map(
    names.map((name) => [
      name,
      samples.filter((values) => valueText(values, name) !== undefined).length,
    ]),
  );
  const known = (name: string): number => counts.get(name) ?? 0;
  const { files, broken } = resolved;
  return {
    samples: samples.length,
    allSamples: resolved.samples.length,
    filled: names.filter((name) => known(name) === samples.length),
    partly: names.filter((name) => known(name) > 0 && known(name) < samples.length),
    open: names.filter((name) => known(name) === 0),
    asWritten: unfilled(different, (name) => known(name) < samples.length),
    structures: differentTexts(different.filter(({ isStructure }) => isStructure)),
    files,
    broken,
  };
}

/** What exports tell of a template. */
export type ToldValues = Pick<TemplateFacts, 'samples' | 'allSamples' | 'files' | 'asWritten'>;

/** Undefined: nothing is known of values, and none is missing. */
export function toldValues(facts: TemplateFacts | undefined): ToldValues | undefined {
  if (!facts || (!isRendered(facts) && facts.asWritten.length === 0)) return undefined;
  const { samples, allSamples, files, asWritten } = facts;
  return { samples, allSamples, files, asWritten };
}

/** Whether anything is counted in another way than it is written. */
export function isRendered({ filled, partly }: TemplateFacts): boolean {
  return filled.length + partly.length > 0;
}

/** The different names of placeholders that a simple value replaces, in order of appearance. */
export function namesOf(placeholders: readonly Placeholder[]): readonly string[] {
  return [...new Set(placeholders.flatMap(({ name }) => name ?? []))];
}

/** The first one of each that is written alike. */
function differentOnes(placeholders: readonly Placeholder[]): readonly Placeholder[] {
  const first = new Map<string, Placeholder>();
  for (const placeholder of placeholders)
    if (!first.has(placeholder.written)) first.set(placeholder.written, placeholder);
  return [...first.values()];
}

function unfilled(
  placeholders: readonly Placeholder[],
  isOpen: (name: string) => boolean,
): readonly string[] {
  return differentTexts(
    placeholders.filter(({ name, brace, isStructure }) =>
      name === undefined ? !brace && !isStructure : isOpen(name),
    ),
  );
}

function differentTexts(placeholders: readonly Placeholder[]): readonly string[] {
  return [...new Set(placeholders.map(({ written }) => written.replaceAll(/\s+/g, ' ')))];
}
