import { unknownServers } from '../../wording/documents/requests';
import { serverNotes } from '../../wording/requests/servers';
import { describeUsageProblem } from '../../wording/documents/terminal';
import type { TextCounter } from '../countTexts';
import type { Io } from '../io';
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
    case 'requests': {
      refuseUnknown(input.files);
      const files = input.files.flatMap((file) => countRequests(file, count, options));
      if (files.length === 0)
        throw new UsageError((words) => describeUsageProblem(words, { kind: 'noRequest' }));
      const beginning = options.countsBeginning ? countBeginning(input.files, count) : undefined;
      const notes = input.files.flatMap((file) => notesOfRequests(io.words, file));
      return { files, notes, beginning };
    }
  }
}

/** @throws {UsageError} if a file names servers alone, of whose tools nothing is known. */
function refuseUnknown(files: readonly ReadRequests[]): void {
  for (const { path, servers = [] } of files) {
    if (servers.length === 0 || servers.some(({ tools }) => tools !== undefined)) continue;
    throw new UsageError((words) => unknownServers(words, path, serverNotes(words, servers, [])));
  }
}
