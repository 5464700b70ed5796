// Opens a desktop VS Code with the extension loaded from this folder, in a profile of its own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { quietSettings, writeSettings } from '../host/codeServer.mjs';
import { findDesktop } from '../host/desktop.mjs';
import { hosts, projectFolder } from '../host/hosts.mjs';
import { startTree } from '../host/processTree.mjs';
import { atExit, temporaryFolder } from '../host/shutdown.mjs';

/** @returns {Promise<{ executable: string } | { reason: string }>} */
export async function chooseDesktop() {
  const executable = process.env['VSCODE_EXECUTABLE'];
  return executable ? { executable } : findDesktop(hosts.current.vscodeVersion);
}

/**
 * Opens the window and waits until it is closed.
 * @param {string} executable
 * @param {string} folder
 */
export async function openDesktopWindow(executable, folder) {
  const profile = temporaryFolder('profile');
  writeSettings(profile.path, quietSettings);
  atExit(() => endProcessesOf(profile.path));
  const window = startTree(executable, windowArguments(folder, profile.path), {
    stdio: 'ignore',
    shell: process.platform === 'win32', // `code` is a .cmd file there
  });
  console.log(`VS Code is open on ${folder}. Close it, or press Ctrl-C here.`);
  await window.exited;
  await window.stop();
}

/**
 * @param {string} folder
 * @param {string} profile
 */
function windowArguments(folder, profile) {
  return [
    folder,
    `--extensionDevelopmentPath=${projectFolder}`,
    `--user-data-dir=${profile}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
    '--disable-workspace-trust',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    '--wait', // the command-line launcher would return at once
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // root has no sandbox
  ];
}

/**
 * The command-line launcher starts the window outside its own process group. What it started is known by
 * the profile in its arguments.
 * @param {string} profile
 */
function endProcessesOf(profile) {
  if (process.platform === 'win32') return;
  const { error, stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  if (error) return; // a system without ps has no desktop either
  for (const line of stdout.split('\n'))
    if (line.includes(profile)) endProcess(Number.parseInt(line, 10));
}

/** @param {number} pid */
function endProcess(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
