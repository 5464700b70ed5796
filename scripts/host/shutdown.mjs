// Ends processes and deletes temporary folders when a script ends, however it ends.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** How often a script checks that its parent process still runs. */
const parentCheckMs = 500;

/** @type {Set<() => Promise<void>>} */
const stops = new Set();
/** @type {Set<() => void>} */
const cleanUps = new Set();
let listening = false;
let stopping = false;

/** @param {NodeJS.Signals} signal */
async function stopAll(signal) {
  const code = 128 + constants.signals[signal]; // as a shell reports it
  if (stopping) process.exit(code); // second signal: end at once
  stopping = true;
  await Promise.allSettled([...stops].map((stop) => stop()));
  process.exit(code);
}

function listen() {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const cleanUp of [...cleanUps].toReversed()) cleanUp();
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => void stopAll(signal));
  // When npm is killed, its shell ends without a signal to the script.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && void stopAll('SIGTERM');
  setInterval(orphaned, parentCheckMs).unref();
}

/**
 * Stops something in good order when the process is told to end.
 * @param {() => Promise<void>} stop
 * @returns {() => void} forgets it
 */
export function atSignal(stop) {
  listen();
  stops.add(stop);
  return () => void stops.delete(stop);
}

/**
 * Cleans up when the process ends for any reason.
 * @param {() => void} cleanUp synchronous, as nothing else runs while a process exits
 * @returns {() => void} cleans up now instead
 */
export function atExit(cleanUp) {
  listen();
  cleanUps.add(cleanUp);
  return () => {
    if (cleanUps.delete(cleanUp)) cleanUp();
  };
}

/** @param {string} name */
export function temporaryFolder(name) {
  const path = mkdtempSync(join(realpathSync(tmpdir()), `api-spend-${name}-`));
  const remove = atExit(() =>
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  );
  return { path, remove };
}
