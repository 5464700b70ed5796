import { describeUsageProblem } from '../../wording/documents/terminal';
import type { TextCounter } from '../countTexts';
import type { Io } from '../io';
import { UsageError } from '../usageError';
import type { CountedFiles, UseOfCalls } from './counted';
import { countNamed } from './named';
import type { Input } from './read';
import { notesOfRequests } from './requestNotes';
import { countRequests } from './requests';
import type { TemplateOptions } from './templates';
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
  templates: TemplateOptions,
): Promise<CountedFiles> {
  switch (input.kind) {
    case 'texts':
      return countNamed(io, input.texts, count, templates);
    case 'folders':
      return countScanned(io, input.paths, excludes, count, use, templates);
    case 'requests': {
      const files = input.files.flatMap((file) => countRequests(file, count));
      if (files.length === 0) throw new UsageError(describeUsageProblem({ kind: 'noRequest' }));
      return { files, notes: input.files.flatMap(notesOfRequests) };
    }
  }
}
