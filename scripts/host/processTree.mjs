// Starts a process that can be ended together with all of its descendants.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { atExit, atSignal } from './shutdown.mjs';

/** Time for a process to end after SIGTERM. */
const gracePeriodMs = 5000;

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalTree(pid, signal) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function isRunning(child) {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/**
 * Starts a process in its own process group. The group ends with this process at the latest.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startTree(command, args, options) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const exited = once(child, 'exit');
  /** @param {NodeJS.Signals} signal */
  const send = (signal) => {
    if (child.pid !== undefined) signalTree(child.pid, signal);
  };
  const kill = atExit(() => send('SIGKILL'));
  const stop = async () => {
    forget();
    if (isRunning(child)) {
      send('SIGTERM');
      await Promise.race([exited, delay(gracePeriodMs, undefined, { ref: false })]);
    }
    kill(); // descendants may still be running
  };
  const forget = atSignal(stop);
  return { child, exited, stop };
}
