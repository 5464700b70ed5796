import type { OwnCall } from '../../core/estimate/modelScenario';
import type { MediaPart } from '../../core/media/part';
import type { FileCall } from '../../core/files/fileCall';
import type { FilesAs } from '../../wording/documents/terminal';
import type { RequestFacts } from '../../core/requests/facts';
import type { CountFor } from '../countTexts';
import type { TemplateOptions } from './templates';

export interface CountedFile {
  /** As given on the command line, or below a folder that was given; - for standard input. */
  readonly path: string;
  readonly countFor: CountFor;
  /** What a prompt file names: its model, its longest answer. */
  readonly named?: FileCall | undefined;
  /** What a request says of its own call, or a file of requests of all its calls. */
  readonly call?: OwnCall | undefined;
  /** A picture, PDF or recording; absent: a text. */
  readonly media?: MediaPart;
  /** Of a file of requests in a folder: they are calls of their own, also where all other files are one call. */
  readonly requests?: RequestFacts | undefined;
  /** The counts of a template with each of several samples. */
  readonly samples?: readonly CountFor[] | undefined;
}

/** Called with each file or request once it is counted. */
export type OnCounted = (file: CountedFile) => void;

/** What is used of the calls that prompt files name. */
export interface UseOfCalls {
  readonly usesFileModels: boolean;
  /** The command line has output tokens, which win over the longest answers of files. */
  readonly givesOutputTokens: boolean;
  /** Whether request files have the longest answer and the batch that they state. */
  readonly usesStated: boolean;
  /** Files of requests are texts where the user wants one call, or each file as it is. */
  readonly filesAs: FilesAs;
}

/** How files are counted. */
export interface CountOptions extends UseOfCalls {
  readonly templates: TemplateOptions;
  readonly onCounted: OnCounted;
}

export interface CountedFiles {
  readonly files: readonly CountedFile[];
  /** What of the files is not counted, or counted in a special way. */
  readonly notes: readonly string[];
}
