import { besideEach } from '../../core/estimate/own/beside';
import { ownCalls } from '../../core/estimate/own/calls';
import type { FileCalls } from '../../core/estimate/counts/many';
import type { OwnCall } from '../../core/estimate/modelScenario';
import { languageOfPath } from '../../core/files/languageOfPath';
import { readRequestFile } from '../../core/requests/read';
import { placesOf } from '../../core/requests/many/places';
import { beginningOfRequests } from '../../core/requests/parts/beginning';
import type { RequestFile } from '../../core/requests/request';
import { finish } from '../../core/scheduling/sliced';
import type { TextCounter } from '../countTexts';
import type { Text } from '../texts';
import { slashed } from './filePlace';
import { useOfStated, type Beginning, type CountedFile, type CountOptions } from './counted';

/** A file of requests, as the terminal read it. */
export interface ReadRequests extends RequestFile {
  readonly path: string;
}

/** @returns undefined if the text is no file of requests. */
export function readRequests({ path, text }: Text): ReadRequests | undefined {
  const name = slashed(path);
  // Standard input has no name: its content tells what it is.
  const languageId = path === '-' ? 'json' : languageOfPath(name);
  const file = finish(readRequestFile(text, { path: name, languageId }));
  return file && { ...file, path };
}

/** One entry for each request, named by its place. */
export function countRequests(
  { path, requests, kind, servers }: ReadRequests,
  count: TextCounter,
  options: CountOptions,
): readonly CountedFile[] {
  const stated = ownCalls(requests, useOfStated(options), besideEach(requests));
  const calls = withKind(stated, kind, options);
  const places = placesOf({ kind, requests }, path);
  return requests.map((request, index) => {
    const { line, id } = request;
    const file = {
      path: places[index] ?? path,
      request: { path, line, id },
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

/** A batch has its own price also beside other files; examples for fine-tuning have none. Equal calls stay one object. */
function withKind(
  calls: readonly OwnCall[],
  kind: ReadRequests['kind'],
  { usesStated }: CountOptions,
): readonly OwnCall[] {
  const added: Partial<FileCalls> | undefined =
    kind === 'training'
      ? { each: [], isTraining: true }
      : kind === 'batch' && usesStated
        ? { batch: true }
        : undefined;
  if (!added) return calls;
  const known = new Map<OwnCall, OwnCall>();
  return calls.map((call) => {
    const one = known.get(call) ?? { ...call, ...added };
    known.set(call, one);
    return one;
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
