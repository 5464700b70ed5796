import type { TextDocument } from 'vscode';
import type { Beside } from '../../core/estimate/counts/beside';
import type { BeginningOfRequests } from '../../core/requests/parts/beginning';
import type { RequestFacts } from '../../core/requests/facts';
import { canHoldRequests, REQUESTS_START } from '../../core/requestHint';
import type { RequestFile } from '../../core/requests/request';
import { hostSlices } from '../slices';
import { lengthOf, readDocument } from '../subject/documentText';
import { kindOf } from '../subject/sentRanges';
import type { CountableSubject, TextSubject } from '../subject/subject';
import type * as Library from './requestParts';

/** A file of API requests. */
export interface ReadRequests extends RequestFile {
  readonly facts: RequestFacts;
  /** What is sent beside the text of each request. */
  readonly besides: readonly (Beside | undefined)[];
  /** What of their texts is the same in each call; undefined: it is not known. */
  readonly beginning: BeginningOfRequests | undefined;
  /** What only requests need. */
  readonly library: typeof Library;
}

/** A document that holds API requests. */
export interface OpenRequests extends ReadRequests {
  readonly document: TextDocument;
  /** Of the document. */
  readonly version: number;
}

/** Larger texts take longer to read than there is between two keys: characters. */
const LARGE = 500_000;

/** A large file is read when no key has followed for this time, in milliseconds. */
const PAUSE_MS = 300;

interface Read {
  readonly version: number;
  readonly requests: OpenRequests | undefined;
}

/** The requests in documents, read again when a document has changed. */
export class RequestFiles {
  readonly #known = new WeakMap<TextDocument, Read>();

  /** @returns undefined at once if the subject can hold no requests; later, if it holds none, or if aborted. */
  read(
    subject: CountableSubject,
    signal: AbortSignal,
  ): Promise<OpenRequests | undefined> | undefined {
    if (subject.kind !== 'text' || subject.notebook || subject.selections.length > 0)
      return undefined;
    const { document } = subject;
    const start = readDocument(document, 0, REQUESTS_START);
    return canHoldRequests(kindOf(document), start) ? this.#read(subject, signal) : undefined;
  }

  async #read(
    { document, version }: TextSubject,
    signal: AbortSignal,
  ): Promise<OpenRequests | undefined> {
    const known = this.#known.get(document);
    if (known?.version === version) return known.requests;
    if (lengthOf(document) > LARGE) {
      // One edit does not make requests of a large file that holds none; of one that does, the last of many is read.
      if (known && !known.requests) return undefined;
      if (known) await pause(PAUSE_MS);
      if (signal.aborted) return undefined;
    }
    // Only few documents hold requests.
    const library = await import('./requestParts');
    if (document.version !== version) return undefined;
    const read = await hostSlices().run(
      library.readRequestFile(document.getText(), kindOf(document)),
      signal,
    );
    if (signal.aborted) return undefined;
    const requests = read
      ? { ...withFacts(read, library), document, version }
      : lastWhole(known?.requests, document);
    this.#known.set(document, { version, requests });
    return requests;
  }
}

export function withFacts(read: RequestFile, library: typeof Library): ReadRequests {
  const besides = library.besideEach(read.requests);
  const beginning = library.beginningOfRequests(read.requests);
  return { ...read, facts: library.requestFacts(read), besides, beginning, library };
}

/**
 * While JSON is typed it is mostly not whole. The requests before are then nearer to what is meant than the price of all
 * its characters as a text.
 */
function lastWhole(
  before: OpenRequests | undefined,
  document: TextDocument,
): OpenRequests | undefined {
  if (!before || before.library.isWhole(document.getText(), kindOf(document))) return undefined;
  return { ...before, facts: { ...before.facts, isOutdated: true } };
}

async function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
