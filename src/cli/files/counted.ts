import type { OwnCall } from '../../core/estimate/modelScenario';
import type { KeptCall, UseOfStated } from '../../core/estimate/own/calls';
import type { McpServer, Usage } from '../../core/requests/request';
import type { MediaPart } from '../../core/media/part';
import type { FileCall } from '../../core/files/fileCall';
import type { BeginningKind } from '../../core/beginningKind';
import type { FilesAs } from '../../wording/documents/terminal';
import type { RequestFacts } from '../../core/requests/facts';
import type { ToldValues } from '../../core/files/templates/facts';
import type { CountFor } from '../countTexts';
import type { TemplateOptions } from './templates';

export interface CountedServer extends McpServer {
  readonly countFor: CountFor;
}

/** What of texts is the same in each call, so that a cache can hold it. */
export interface Beginning {
  readonly kind: BeginningKind;
  readonly countFor: CountFor;
}

export interface RequestPlace {
  /** Of the file. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly id: string | undefined;
}

export interface CountedFile {
  /** As given on the command line, or below a folder that was given; - for standard input. */
  readonly path: string;
  readonly countFor: CountFor;
  /** Where a request stands, and its `custom_id`; absent: it is no request of a file that was named. */
  readonly request?: RequestPlace | undefined;
  /** What a prompt file names: its model, its longest answer. */
  readonly named?: FileCall | undefined;
  /** What a request says of its own call, or a file of requests of all its calls. */
  readonly call?: OwnCall | undefined;
  /** Servers whose tools the call has. */
  readonly servers?: readonly CountedServer[] | undefined;
  /** What the provider counted for a saved call. */
  readonly usage?: Usage | undefined;
  /** Of its answer. */
  readonly answerFor?: CountFor | undefined;
  /** A picture, PDF or recording; absent: a text. */
  readonly media?: MediaPart;
  /** Of a file of requests in a folder: they are calls of their own, also where all other files are one call. */
  readonly requests?: RequestFacts | undefined;
  /** Of such a file, what its calls state, as far as it is used; the counts name the places. */
  readonly stated?: readonly KeptCall[] | undefined;
  /** What is told of the values of a template. */
  readonly template?: ToldValues | undefined;
}

/** Called with each file or request once it is counted. */
export type OnCounted = (file: CountedFile) => void;

/** What is used of the calls that prompt files name. */
export interface UseOfCalls {
  readonly usesFileModels: boolean;
  /** The command line has output tokens, which win over the longest answers of files. */
  readonly givesOutputTokens: boolean;
  /** Whether request files have the longest answers, the service tiers and the batch that they state. */
  readonly usesStated: boolean;
  /** The user has named no model. */
  readonly comparesModels: boolean;
  /** `text`: files of requests are texts. */
  readonly filesAs: FilesAs;
}

/** An answer that the user gives wins over those that requests state. */
export function useOfStated({ usesStated, givesOutputTokens }: UseOfCalls): UseOfStated {
  return { answers: usesStated && !givesOutputTokens, tiers: usesStated };
}

/** How files are counted. */
export interface CountOptions extends UseOfCalls {
  readonly templates: TemplateOptions;
  readonly onCounted: OnCounted;
  /** Whether what is the same in each call is counted. */
  readonly countsBeginning: boolean;
}

export interface CountedFiles {
  readonly files: readonly CountedFile[];
  /** What of the files is not counted, or counted in a special way. */
  readonly notes: readonly string[];
  /** What of the only text, or of all requests, is the same in each call; undefined: not known, or not asked. */
  readonly beginning?: Beginning | undefined;
  /** Paths of files of servers whose tools are unknown, which are not among the files. */
  readonly toolsUnknown?: readonly string[];
}
