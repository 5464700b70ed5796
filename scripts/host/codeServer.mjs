// Serves VS Code on 127.0.0.1: the real workbench, for any browser, with a real extension host.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { HumanError } from '../humanError.mjs';
import { vscodeFolder } from './hosts.mjs';
import { hostNode, installHost } from './installHost.mjs';
import { startTree } from './processTree.mjs';

const startLimitMs = 60_000;

/** No pop-ups, no network requests. Files are saved as on the desktop: a browser would write them a second later. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'files.autoSave': 'off',
};

/**
 * @param {string} userDataFolder
 * @param {Record<string, unknown>} settings
 */
export function writeSettings(userDataFolder, settings) {
  mkdirSync(join(userDataFolder, 'User'), { recursive: true });
  writeFileSync(join(userDataFolder, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
}

/** @param {string} profileFolder */
export function profileFolders(profileFolder) {
  return {
    serverData: join(profileFolder, 'server'),
    userData: join(profileFolder, 'data'),
    extensions: join(profileFolder, 'extensions'),
  };
}

/** @param {ReturnType<typeof profileFolders>} folders */
const folderArgs = (folders) => [
  `--server-data-dir=${folders.serverData}`,
  `--user-data-dir=${folders.userData}`,
  `--extensions-dir=${folders.extensions}`,
];

/** @param {import('./hosts.mjs').HostName} host */
const serverEntry = (host) => join(vscodeFolder(host), 'out', 'server-main.js');

/** Environment variables that would change how the server starts; a terminal in code-server sets some of them. */
const serverVariables = new Set([
  'PORT',
  'PASSWORD',
  'HASHED_PASSWORD',
  'VSCODE_IPC_HOOK_CLI',
  'NODE_OPTIONS',
]);

/**
 * On Linux, puts the server's sockets and caches into its data folder, so that they are deleted with it. On other
 * systems, that path is too long for a socket.
 * @param {ReturnType<typeof profileFolders>} folders
 */
function serverEnvironment({ serverData }) {
  const kept = Object.entries(process.env).filter(([name]) => !serverVariables.has(name));
  mkdirSync(serverData, { recursive: true });
  const temporary =
    process.platform === 'linux' ? { XDG_RUNTIME_DIR: serverData, TMPDIR: serverData } : {};
  return { ...Object.fromEntries(kept), ...temporary };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {import('./hosts.mjs').HostName} host
 * @param {ReturnType<typeof profileFolders>} folders
 * @param {string} vsix
 */
export async function installVsix(host, folders, vsix) {
  installHost(host);
  const args = [serverEntry(host), ...folderArgs(folders), `--install-extension=${vsix}`];
  await promisify(execFile)(hostNode(), args, { env: serverEnvironment(folders) });
}

/**
 * @typedef {object} CodeServerOptions
 * @property {import('./hosts.mjs').HostName} host
 * @property {ReturnType<typeof profileFolders>} folders
 * @property {string} [connectionToken] secret in the address; without one, any local process can open a window
 * @property {boolean} [isTrusted] whether all folders are; else the settings say which
 * @property {boolean} [testing] whether the address may name an extension to develop or test
 */

/** @param {CodeServerOptions} options */
export async function startCodeServer({
  host,
  folders,
  connectionToken,
  isTrusted = true,
  testing = false,
}) {
  installHost(host);
  const port = await freePort();
  const args = [
    serverEntry(host),
    '--host=127.0.0.1',
    `--port=${port}`,
    connectionToken === undefined
      ? '--without-connection-token'
      : `--connection-token=${connectionToken}`,
    '--accept-server-license-terms',
    '--disable-telemetry',
    ...(isTrusted ? ['--disable-workspace-trust'] : []),
    ...(testing ? ['--enable-smoke-test-driver'] : []),
    ...folderArgs(folders),
  ];
  const server = startTree(hostNode(), args, {
    env: serverEnvironment(folders),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = keepTail(server.child);
  await untilReady(port, server.child, log);
  return { origin: `http://127.0.0.1:${port}`, authority: `127.0.0.1:${port}`, log, ...server };
}

/**
 * Keeps the end of a process's output, to show it if the process fails.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => string}
 */
function keepTail(child) {
  let text = '';
  /** @param {unknown} chunk */
  const keep = (chunk) => {
    text = (text + String(chunk)).slice(-8000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

/**
 * @param {number} port
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} log
 */
async function untilReady(port, child, log) {
  const deadline = Date.now() + startLimitMs;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/version`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await delay(100);
  }
  throw new HumanError(`code-server did not start:\n${log()}`);
}
