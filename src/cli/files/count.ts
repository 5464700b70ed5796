import { unknownServers } from '../../wording/documents/requests';
import { serverNotes } from '../../wording/requests/servers';
import { describeUsageProblem } from '../../wording/documents/terminal';
import type { TextCounter } from '../countTexts';
import type { Io } from '../io';
import { hasUnknownTools } from '../../core/requests/request';
import { UsageError } from '../usageError';
import type { CountedFiles, CountOptions } from './counted';
import { countNamed } from './named';
import type { Input } from './read';
import { notesOfRequests } from './requestNotes';
import { countBeginning, countRequests, type ReadRequests } from './requests';
import { countScanned } from './scanned';

/**
 * Counts what the user named.
 *
 * @param excludes the user's `files.exclude`.
 * @throws {UsageError} if there is nothing to count.
 */
export async function countInput(
  io: Io,
  input: Input,
  excludes: unknown,
  count: TextCounter,
  options: CountOptions,
): Promise<CountedFiles> {
  switch (input.kind) {
    case 'texts':
      return countNamed(io, input.texts, count, options);
    case 'folders':
      return countScanned(io, input.paths, excludes, count, options);
    case 'requests':
      return countNamedRequests(io, input.files, count, options);
  }
}

/** @throws {UsageError} if no line is a request, and no file names servers. */
function countNamedRequests(
  { words }: Io,
  all: readonly ReadRequests[],
  count: TextCounter,
  options: CountOptions,
): CountedFiles {
  const unknown = all.filter(hasUnknownTools);
  const known = all.filter((file) => !hasUnknownTools(file));
  const files = known.flatMap((file) => countRequests(file, count, options));
  if (files.length === 0 && unknown.length === 0)
    throw new UsageError((of) => describeUsageProblem(of, { kind: 'noRequest' }));
  const notes = unknown.map(({ path, servers = [] }) =>
    unknownServers(words, path, serverNotes(words, servers, [])),
  );
  return {
    files,
    beginning: options.countsBeginning ? countBeginning(known, count) : undefined,
    notes: [...known.flatMap((file) => notesOfRequests(words, file)), ...notes],
    toolsUnknown: unknown.map(({ path }) => path),
  };
}
