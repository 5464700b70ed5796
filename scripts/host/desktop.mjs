// Finds a desktop VS Code in the cache, or downloads one.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './hosts.mjs';

const updateServer = 'https://update.code.visualstudio.com/api/releases/stable';
const answerLimitMs = 5000;

/** @param {NodeJS.ProcessEnv} env */
export function hasDisplay(env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

async function canDownload() {
  return fetch(updateServer, { signal: AbortSignal.timeout(answerLimitMs) }).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * @param {string} cachePath
 * @param {string} version
 */
function isDownloaded(cachePath, version) {
  if (!existsSync(cachePath)) return false;
  return readdirSync(cachePath).some(
    (name) => name.endsWith(`-${version}`) && existsSync(join(cachePath, name, 'is-complete')),
  );
}

/**
 * @param {string} version such as 1.100.3
 * @returns {Promise<{ executable: string } | { reason: string }>}
 */
export async function findDesktop(version) {
  if (!hasDisplay(process.env)) return { reason: 'there is no graphical session' };
  const cachePath = join(projectFolder, '.vscode-test');
  if (!isDownloaded(cachePath, version) && !(await canDownload()))
    return { reason: "VS Code's download server cannot be reached" };
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    const reporter = new SilentReporter();
    return { executable: await downloadAndUnzipVSCode({ version, cachePath, reporter }) };
  } catch (error) {
    return { reason: `VS Code ${version} could not be downloaded (${String(error)})` };
  }
}
