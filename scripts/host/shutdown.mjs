// What has to be gone when a script ends, however it ends: processes and temporary folders.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<() => void>} */
const pending = new Set();

function runPending() {
  for (const cleanUp of [...pending].toReversed()) cleanUp();
  pending.clear();
}

function listen() {
  process.once('exit', runPending);
  // SIGINT is 2, SIGTERM 15, SIGHUP 1: a shell reports 128 + the number.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
}

/**
 * @param {() => void} cleanUp synchronous, as nothing else runs while a process exits
 * @returns {() => void} runs it now instead
 */
export function atShutdown(cleanUp) {
  if (pending.size === 0 && process.listeners('exit').every((listener) => listener !== runPending))
    listen();
  pending.add(cleanUp);
  return () => {
    if (pending.delete(cleanUp)) cleanUp();
  };
}

/** @param {string} name */
export function temporaryFolder(name) {
  const path = mkdtempSync(join(realpathSync(tmpdir()), `api-spend-${name}-`));
  const remove = atShutdown(() =>
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  );
  return { path, remove };
}
