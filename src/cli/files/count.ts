import { describeUsageProblem } from '../../wording/documents/terminal';
import type { TextCounter } from '../countTexts';
import type { Io } from '../io';
import { UsageError } from '../usageError';
import type { CountedFiles } from './counted';
import { isFolder } from './folders';
import { countNamed } from './named';
import { countScanned } from './scanned';

/**
 * Counts what the user named: files, standard input for -, and folders with all that the editor would count in them.
 *
 * @param excludes the user's `files.exclude`.
 * @throws {UsageError} if one of them cannot be read.
 */
export async function countFiles(
  io: Io,
  paths: readonly string[],
  excludes: unknown,
  count: TextCounter,
): Promise<CountedFiles> {
  const areFolders = await Promise.all(paths.map(async (path) => isFolder(io, path)));
  if (!areFolders.includes(true)) return countNamed(io, paths, count);
  if (paths.includes('-')) throw new UsageError(describeUsageProblem({ kind: 'inputAndFolder' }));
  return countScanned(io, paths, excludes, count);
}
