import { workspace, type Uri } from 'vscode';

/** Node's files, as far as they are used. */
interface NodeFiles {
  createReadStream(
    path: string,
    options: { readonly highWaterMark: number },
  ): AsyncIterable<Uint8Array>;
}

declare const process:
  { readonly getBuiltinModule?: (name: 'node:fs') => NodeFiles | undefined } | undefined;

/** Bytes of a large file that are in memory at once. */
const RANGE_BYTES = 0x40000;

/**
 * The bytes of a file, a range at a time. VS Code's API reads only whole files, so those on the disk are read by Node;
 * others, and all in a browser, are read whole.
 */
export async function* readRanges(uri: Uri): AsyncGenerator<Uint8Array, void, undefined> {
  const files = nodeFiles();
  if (files && uri.scheme === 'file') {
    yield* files.createReadStream(uri.fsPath, { highWaterMark: RANGE_BYTES });
    return;
  }
  const bytes = await workspace.fs.readFile(uri);
  for (let start = 0; start < bytes.length; start += RANGE_BYTES) {
    yield bytes.subarray(start, start + RANGE_BYTES);
  }
}

function nodeFiles(): NodeFiles | undefined {
  // A browser has no `process`. Its built-in modules need no import, which the bundle for browsers could not resolve.
  // oxlint-disable-next-line no-restricted-globals
  return typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:fs');
}
