import type { TextDocument } from 'vscode';
import { requestFacts, type RequestFacts } from '../../core/requests/facts';
import { canHoldRequests } from '../../core/requests/hint';
import type { RequestFile } from '../../core/requests/request';
import { hostSlices } from '../slices';
import { kindOf } from '../subject/sentRanges';
import type { CountableSubject, TextSubject } from '../subject/subject';

/** A document that holds API requests. */
export interface OpenRequests extends RequestFile {
  readonly document: TextDocument;
  readonly facts: RequestFacts;
}

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
    return canHoldRequests(kindOf(subject.document)) ? this.#read(subject, signal) : undefined;
  }

  async #read(
    { document, version }: TextSubject,
    signal: AbortSignal,
  ): Promise<OpenRequests | undefined> {
    const known = this.#known.get(document);
    if (known?.version === version) return known.requests;
    // Only few documents hold requests.
    const { readRequestFile } = await import('../../core/requests/read');
    if (document.version !== version) return undefined;
    const read = await hostSlices().run(
      readRequestFile(document.getText(), kindOf(document)),
      signal,
    );
    if (signal.aborted) return undefined;
    const requests = read && { ...read, document, facts: requestFacts(read) };
    this.#known.set(document, { version, requests });
    return requests;
  }
}
