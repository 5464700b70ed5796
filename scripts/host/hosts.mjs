// The VS Code versions that tests run on. code-server serves them if VS Code itself cannot be downloaded.
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..', '..');

/** @typedef {'current' | 'oldest'} HostName */

/**
 * `oldest` is the minimum version in package.json (`engines.vscode`).
 * @type {Record<HostName, { vscodeVersion: string, folder: string }>}
 */
export const hosts = {
  current: { vscodeVersion: '1.139.1', folder: join(import.meta.dirname, 'current') },
  oldest: { vscodeVersion: '1.100.3', folder: join(import.meta.dirname, 'oldest') },
};

/** @param {HostName} name */
export function vscodeFolder(name) {
  return join(hosts[name].folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
