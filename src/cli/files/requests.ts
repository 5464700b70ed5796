import type { OwnCall } from '../../core/estimate/modelScenario';
import { languageOfPath } from '../../core/files/languageOfPath';
import { readRequestFile } from '../../core/requests/read';
import type { ApiRequest, RequestFile } from '../../core/requests/request';
import { finish } from '../../core/scheduling/sliced';
import type { TextCounter } from '../countTexts';
import type { Text } from '../texts';
import type { CountedFile } from './counted';

/** A file of requests, as the terminal read it. */
export interface ReadRequests extends RequestFile {
  readonly path: string;
}

/** @returns undefined if the text is no file of requests. */
export function readRequests({ path, text }: Text): ReadRequests | undefined {
  const file = finish(readRequestFile(text, { path, languageId: languageOfPath(path) }));
  return file && { ...file, path };
}

/** One entry for each request, named by its line. */
export function countRequests(
  { path, requests, kind }: ReadRequests,
  count: TextCounter,
): readonly CountedFile[] {
  const calls = new OwnCalls();
  return requests.map((request) => ({
    path: kind === 'request' || kind === 'transcript' ? path : `${path}:${request.line}`,
    countFor: count(request.parts),
    call: calls.of(request),
  }));
}

/** Thousands of requests share a few objects. */
class OwnCalls {
  readonly #known = new Map<string, OwnCall>();

  of({ messages, maxOutputTokens, hasAnswer }: ApiRequest): OwnCall {
    const outputTokens = hasAnswer ? maxOutputTokens : 0;
    const key = `${messages} ${outputTokens}`;
    const call = this.#known.get(key) ?? {
      ...(messages > 0 ? { messages } : {}),
      ...(outputTokens === undefined ? {} : { outputTokens }),
    };
    this.#known.set(key, call);
    return call;
  }
}
