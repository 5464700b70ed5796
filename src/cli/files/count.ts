import { unknownServers } from '../../wording/documents/requests';
import { serverNotes } from '../../wording/requests/servers';
import { ENGLISH } from '../../wording/words';
import { describeUsageProblem } from '../../wording/documents/terminal';
import type { TextCounter } from '../countTexts';
import type { Io } from '../io';
import { UsageError } from '../usageError';
import type { CountedFiles, UseOfCalls } from './counted';
import { countNamed } from './named';
import type { Input } from './read';
import { notesOfRequests } from './requestNotes';
import { countRequests, type ReadRequests } from './requests';
import { countScanned } from './scanned';

/**
 * Counts what the user named.
 *
 * @param excludes the user's `files.exclude`.
 * @param use of the calls that files name.
 * @throws {UsageError} if there is nothing to count.
 */
export async function countInput(
  io: Io,
  input: Input,
  excludes: unknown,
  count: TextCounter,
  use: UseOfCalls,
): Promise<CountedFiles> {
  switch (input.kind) {
    case 'texts':
      return countNamed(input.texts, count);
    case 'folders':
      return countScanned(io, input.paths, excludes, count, use);
    case 'requests': {
      const files = input.files.flatMap((file) => countRequests(file, count));
      if (files.length === 0) throw new UsageError(describeUsageProblem({ kind: 'noRequest' }));
      refuseUnknown(input.files);
      return { files, notes: input.files.flatMap(notesOfRequests) };
    }
  }
}

/** @throws {UsageError} if a file names servers alone, of whose tools nothing is known. */
function refuseUnknown(files: readonly ReadRequests[]): void {
  for (const { path, servers = [] } of files) {
    if (servers.length === 0 || servers.some(({ tools }) => tools !== undefined)) continue;
    throw new UsageError(unknownServers(path, serverNotes(ENGLISH, servers, [])));
  }
}
