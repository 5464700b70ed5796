import { brokenInstallation } from '../wording/problems';
import type { Host, Io } from './io';
import { UsageError } from './usageError';

/**
 * Reads a file that ships with the program.
 *
 * @param parse throws if the file is damaged.
 * @throws {UsageError} if it is missing or damaged.
 */
export async function readShipped<T>(
  io: Pick<Host, 'readShippedFile'>,
  path: string,
  parse: (bytes: Uint8Array) => T,
): Promise<T> {
  try {
    return parse(await io.readShippedFile(path));
  } catch {
    // The user cannot do anything else about the cause.
    throw new UsageError((words) => brokenInstallation(words, path));
  }
}

export async function readVersion(io: Io): Promise<string> {
  return readShipped(io, 'package.json', (bytes) => {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as { readonly version: string };
    return manifest.version;
  });
}
