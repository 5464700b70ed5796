// Opens a desktop VS Code in a temporary profile, with the extension loaded from the project's folder.
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
  const start = windowCommand(executable, windowArguments(folder, profile.path));
  const window = startTree(start.command, start.args, { stdio: 'ignore', ...start.options });
  console.log(`VS Code is open on ${folder}. Close it, or press Ctrl-C here.`);
  await window.exited;
  await window.stop();
}

/**
 * How the window's program is started. On Windows a .cmd file, such as `code.cmd`, needs a shell, and a shell needs marks
 * of quotation around paths, which may have spaces and can have no such mark.
 * @param {string} executable
 * @param {string[]} args
 * @returns {{ command: string, args: string[], options: import('node:child_process').SpawnOptions }}
 */
export function windowCommand(executable, args, platform = process.platform) {
  if (platform !== 'win32' || !/\.(?:cmd|bat)$/i.test(executable))
    return { command: executable, args, options: {} };
  const quoted = [executable, ...args].map((part) => `"${part}"`);
  return { command: quoted.join(' '), args: [], options: { shell: true } };
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
    '--wait', // otherwise the command-line launcher returns immediately
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // not available to root
  ];
}

/**
 * Ends the processes with this profile in their arguments: the command-line launcher starts the window outside its own
 * process group.
 * @param {string} profile
 */
function endProcessesOf(profile) {
  if (process.platform === 'win32') return;
  const { error, stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  if (error) return; // a system without `ps` has no desktop
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
