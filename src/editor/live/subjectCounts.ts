import type { EncodingName } from '../../core/tokens/encodings';
import type { DocumentCounts } from '../counting/documentCounts';
import type { RequestCounts } from '../counting/requestCounts';
import { RequestFiles, type OpenRequests } from '../counting/requestFiles';
import { fileCalls } from '../settings/fileCalls';
import type { Settings } from '../settings/settings';
import { subjectUri, type CountableSubject } from '../subject/subject';
import type { TextCounts } from './counted';

/** Counts a subject as the one text that it is, or request by request. */
export class SubjectCounts {
  readonly #documents: DocumentCounts;
  readonly #requests: RequestCounts;
  readonly #files = new RequestFiles();

  constructor(documents: DocumentCounts, requests: RequestCounts) {
    this.#documents = documents;
    this.#requests = requests;
  }

  /** The requests of the subject; undefined, mostly at once, if it is one text, or if aborted. */
  requests(
    subject: CountableSubject,
    signal: AbortSignal,
  ): Promise<OpenRequests | undefined> | undefined {
    return this.#files.read(subject, signal);
  }

  /** @returns undefined if aborted. @throws any error of loading the vocabulary. */
  async count(
    subject: CountableSubject,
    requests: OpenRequests | undefined,
    encoding: EncodingName,
    signal: AbortSignal,
  ): Promise<TextCounts | undefined> {
    if (requests) return this.#requests.count(requests, encoding, signal);
    const count = await this.#documents.count(subject, encoding, signal);
    return count && [count];
  }
}

/** The settings with what the requests state. */
export function withStated(
  settings: Settings,
  subject: CountableSubject,
  requests: OpenRequests | undefined,
): Settings {
  if (!requests) return settings;
  const uri = subjectUri(subject).toString();
  return fileCalls.price(fileCalls.applyRequests(settings, uri, requests.facts));
}
