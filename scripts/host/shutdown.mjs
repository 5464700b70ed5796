// Ends processes and deletes temporary folders when a script ends, also by a signal or an error.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Interval of the checks whether the parent process still runs. */
const parentCheckMs = 500;

/** @type {Set<() => Promise<void>>} */
const stops = new Set();
/** @type {Set<() => void>} */
const cleanUps = new Set();
let listening = false;
let stopping = false;

/** @param {NodeJS.Signals} signal */
async function stopAll(signal) {
  const code = 128 + constants.signals[signal]; // as in a shell
  if (stopping) process.exit(code); // a second signal ends immediately
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
  // If npm is killed, its shell ends without sending a signal to the script.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && void stopAll('SIGTERM');
  setInterval(orphaned, parentCheckMs).unref();
}

/**
 * Calls `stop` when the process receives a signal to end, and waits for it.
 * @param {() => Promise<void>} stop
 * @returns {() => void} removes `stop`
 */
export function atSignal(stop) {
  listen();
  stops.add(stop);
  return () => void stops.delete(stop);
}

/**
 * Calls `cleanUp` when the process ends for any reason.
 * @param {() => void} cleanUp must be synchronous, because the process does not wait
 * @returns {() => void} cleans up now
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
