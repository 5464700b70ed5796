// The VS Code versions that tests run on. Where VS Code itself cannot be had, code-server serves it.
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..', '..');

/** @typedef {'current' | 'oldest'} HostName */

/**
 * `oldest` is the floor in package.json's engines.vscode.
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
