import type { TextDocument } from 'vscode';
import { requestFacts, type RequestFacts } from '../../core/requests/facts';
import { canHoldRequests } from '../../core/requests/hint';
import type { RequestFile } from '../../core/requests/request';
import { hostSlices } from '../slices';
import { kindOf } from '../subject/sentRanges';
import type { CountableSubject } from '../subject/subject';

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

  /** @returns undefined if the subject is not the whole of a file of requests, or if aborted. */
  async read(subject: CountableSubject, signal: AbortSignal): Promise<OpenRequests | undefined> {
    if (subject.kind !== 'text' || subject.notebook || subject.selections.length > 0)
      return undefined;
    const { document, version } = subject;
    const file = kindOf(document);
    if (!canHoldRequests(file)) return undefined;
    const known = this.#known.get(document);
    if (known?.version === version) return known.requests;
    // Only few documents hold requests.
    const { readRequestFile } = await import('../../core/requests/read');
    if (document.version !== version) return undefined;
    const read = await hostSlices().run(readRequestFile(document.getText(), file), signal);
    if (signal.aborted) return undefined;
    const requests = read && { ...read, document, facts: requestFacts(read) };
    this.#known.set(document, { version, requests });
    return requests;
  }
}
