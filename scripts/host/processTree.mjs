// A process that is ended together with every process it started.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { atShutdown } from './shutdown.mjs';

/** How long a process may take to end by itself. */
const gracePeriodMs = 3000;

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

/**
 * Starts a process in a group of its own. The group dies with this process at the latest.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startTree(command, args, options) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const exited = once(child, 'exit');
  const kill = atShutdown(() => {
    if (child.pid !== undefined) signalTree(child.pid, 'SIGKILL');
  });
  return { child, exited, stop: () => stopTree(child, exited, kill) };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} exited
 * @param {() => void} kill
 */
async function stopTree(child, exited, kill) {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const timer = setTimeout(kill, gracePeriodMs);
    signalTree(child.pid, 'SIGTERM');
    await exited;
    clearTimeout(timer);
  }
  kill(); // the leader is gone, its children may not be
}
