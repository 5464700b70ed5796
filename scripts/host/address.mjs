import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The path of a URI: with `/`, and on Windows with one before the drive.
 * @param {string} path absolute, as the system writes it
 */
export function pathOfUri(path, platform = process.platform) {
  return platform === 'win32' ? `/${path.replaceAll('\\', '/')}` : path;
}

/**
 * The address of a window of a VS Code server.
 * @param {string} origin
 * @param {string | undefined} path of a folder or a .code-workspace file, or the URI of a folder in another file system;
 *   undefined: an empty window
 * @param {Array<[string, string]>} [payload] options that a desktop VS Code takes as `--name=value`
 */
export function windowAddress(origin, path, payload = []) {
  const address = new URL(origin);
  if (path === undefined) address.searchParams.set('ew', 'true');
  else if (isUri(path)) address.searchParams.set('folder', path);
  else
    address.searchParams.set(
      statSync(path).isDirectory() ? 'folder' : 'workspace',
      pathOfUri(resolve(path)),
    );
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href.replaceAll('%2F', '/'); // easier to read, and also valid
}

/**
 * Whether it begins with a scheme, which is longer than the letter of a drive.
 * @param {string} path
 */
function isUri(path) {
  return /^[a-z][a-z\d+.-]+:/.test(path);
}

/**
 * The payload that loads extensions, and their tests, from folders.
 * @param {string} authority
 * @param {{ extensionFolders: string[], testsPath?: string | undefined }} paths
 * @returns {Array<[string, string]>}
 */
export function developmentPayload(authority, { extensionFolders, testsPath }) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://${authority}${pathOfUri(resolve(path))}`;
  return [
    ...extensionFolders.map(
      (folder) => /** @type {[string, string]} */ (['extensionDevelopmentPath', remote(folder)]),
    ),
    ...(testsPath === undefined
      ? []
      : [/** @type {[string, string]} */ (['extensionTestsPath', remote(testsPath)])]),
    ['skipWelcome', 'true'],
  ];
}
