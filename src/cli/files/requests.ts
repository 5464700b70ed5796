import { besideEach } from '../../core/estimate/own/beside';
import { ownCalls } from '../../core/estimate/own/calls';
import { languageOfPath } from '../../core/files/languageOfPath';
import { readRequestFile } from '../../core/requests/read';
import { isOneCall } from '../../core/requests/facts';
import { beginningOfRequests } from '../../core/requests/parts/beginning';
import type { RequestFile } from '../../core/requests/request';
import { finish } from '../../core/scheduling/sliced';
import type { TextCounter } from '../countTexts';
import type { Text } from '../texts';
import { useOfStated, type Beginning, type CountedFile, type CountOptions } from './counted';

/** A file of requests, as the terminal read it. */
export interface ReadRequests extends RequestFile {
  readonly path: string;
}

/** @returns undefined if the text is no file of requests. */
export function readRequests({ path, text }: Text): ReadRequests | undefined {
  // Standard input has no name: its content tells what it is.
  const languageId = path === '-' ? 'json' : languageOfPath(path);
  const file = finish(readRequestFile(text, { path, languageId }));
  return file && { ...file, path };
}

/** One entry for each request, named by its line. */
export function countRequests(
  { path, requests, kind, servers }: ReadRequests,
  count: TextCounter,
  options: CountOptions,
): readonly CountedFile[] {
  const calls = ownCalls(requests, useOfStated(options), besideEach(requests));
  return requests.map((request, index) => {
    const file = {
      path: isOneCall(kind) ? path : `${path}:${request.line}`,
      countFor: count(request.parts),
      call: calls[index] ?? {},
      servers: servers?.map((server) => ({ ...server, countFor: count(server.parts) })),
      usage: request.usage,
      answerFor: request.answer?.length ? count(request.answer) : undefined,
      named: options.usesStated
        ? { modelName: request.modelName, maxOutputTokens: undefined }
        : undefined,
    };
    options.onCounted(file);
    return file;
  });
}

/** What of all requests is the same in each call. */
export function countBeginning(
  files: readonly ReadRequests[],
  count: TextCounter,
): Beginning | undefined {
  const found = beginningOfRequests(files.flatMap(({ requests }) => requests));
  return found && { kind: found.kind, countFor: count(found.parts) };
}
