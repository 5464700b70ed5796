import { lastName } from '../paths';
import { mayHaveValues } from '../templates/mayHaveValues';
import { sampleNames } from '../templates/samples';
import type { Place } from '../walk';
import type { TextContent } from './content';

/** As `sampleNames` writes it. */
const SAMPLE_FILE = /\.sample\.json$/;

/**
 * The files of samples among the files of a scan. Their values are counted in their templates: they are sent in no call
 * of their own. Which files are templates is known once these are read, so that what may be samples is read last.
 */
export class SamplesBeside<P extends Place> {
  /** All files, what may be samples last. */
  readonly order: readonly P[];
  /** Paths of what may be samples. */
  readonly #candidates: ReadonlySet<string>;
  readonly #ofTemplates = new Set<string>();

  /** @param isNamed whether the user has chosen a file itself: it is counted. */
  constructor(files: readonly P[], isNamed: (file: P) => boolean) {
    const isCandidate = (file: P): boolean => SAMPLE_FILE.test(file.path) && !isNamed(file);
    const candidates = files.filter(isCandidate);
    this.#candidates = new Set(candidates.map(({ path }) => path));
    this.order =
      candidates.length === 0
        ? files
        : [...files.filter((file) => !isCandidate(file)), ...candidates];
  }

  /** Looks whether a file is a template, and which samples it has. */
  note({ path }: P, { parts }: TextContent): void {
    if (this.#candidates.size === 0) return;
    const folder = path.slice(0, path.length - lastName(path).length);
    const beside = sampleNames(lastName(path))
      .map((name) => folder + name)
      .filter((sample) => this.#candidates.has(sample));
    if (beside.length === 0) return;
    const isTemplate = parts.some(({ text, languageId }) =>
      mayHaveValues(text, { path, languageId }),
    );
    if (isTemplate) for (const sample of beside) this.#ofTemplates.add(sample);
  }

  isOfTemplate({ path }: P): boolean {
    return this.#ofTemplates.has(path);
  }
}
