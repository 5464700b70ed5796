// Serves a VS Code with the extension installed, for any browser on this machine.
import { randomBytes } from 'node:crypto';
import { packageExtension, vsixFile } from '../extensionPackage.mjs';
import { windowAddress } from '../host/address.mjs';
import {
  installVsix,
  profileFolders,
  quietSettings,
  startCodeServer,
  writeSettings,
} from '../host/codeServer.mjs';
import { temporaryFolder } from '../host/shutdown.mjs';

/**
 * Serves VS Code until the process receives a signal.
 * @param {string} folder
 */
export async function serveWindow(folder) {
  await packageExtension();
  const folders = profileFolders(temporaryFolder('profile').path);
  writeSettings(folders.userData, quietSettings);
  await installVsix('current', folders, vsixFile);
  // Whoever opens the window can run programs as this user, so the address contains a secret.
  const connectionToken = randomBytes(8).toString('hex');
  const server = await startCodeServer({ host: 'current', folders, connectionToken });
  const address = windowAddress(server.origin, folder);
  console.log(`Open ${address}&tkn=${connectionToken} in a browser. Ctrl-C stops it.`);
  await server.exited;
}
