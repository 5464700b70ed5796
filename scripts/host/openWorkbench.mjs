// Opens a VS Code window in a headless browser.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { developmentPayload, windowAddress } from './address.mjs';
import { browserIdentity, launchBrowser } from './browser.mjs';
import {
  installVsix,
  profileFolders,
  quietSettings,
  startCodeServer,
  writeSettings,
} from './codeServer.mjs';
import { projectFolder } from './hosts.mjs';
import { temporaryFolder } from './shutdown.mjs';
import { themeIds } from './themes.mjs';
import { Workbench } from './workbench.mjs';

/** Limit for actions that hang. A busy machine takes several times as long as an idle one. */
const actionLimitMs = 120_000;

/**
 * @typedef {object} WorkbenchOptions
 * @property {string | undefined} folder to open, or a .code-workspace file, or the URI of a folder in another file
 *   system; undefined: an empty window
 * @property {import('./hosts.mjs').HostName} [host]
 * @property {import('./themes.mjs').Theme} [theme]
 * @property {Record<string, unknown>} [settings] user settings
 * @property {string | null} [extension] a folder (default: the project's) or a .vsix; null: none
 * @property {string} [companion] the folder of another extension to install
 * @property {{ width: number, height: number }} [viewport]
 * @property {number} [pixelsPerPoint] of the screen; 2: a sharp one
 * @property {boolean} [isTrusted] false: the folder opens in Restricted Mode
 * @property {string} [language] the display language, as VS Code names it; its own texts stay English without its pack
 */

/** @param {WorkbenchOptions} options */
export async function openWorkbench(options) {
  const { host = 'current', theme = 'dark', extension = projectFolder, folder } = options;
  const profile = temporaryFolder('profile');
  const folders = profileFolders(profile.path);
  const { isTrusted = true } = options;
  const trust = isTrusted ? {} : { 'security.workspace.trust.startupPrompt': 'never' };
  const colors = { 'workbench.colorTheme': themeIds[theme] };
  writeSettings(folders.userData, { ...quietSettings, ...trust, ...colors, ...options.settings });
  if (options.companion !== undefined) {
    cpSync(options.companion, join(folders.extensions, 'companion'), { recursive: true });
  }
  const development = extension?.endsWith('.vsix') === false;
  if (extension !== null && !development) await installVsix(host, folders, extension);
  const server = await startCodeServer({ host, folders, isTrusted, testing: development });
  const browser = await launchBrowser();
  const viewport = options.viewport ?? { width: 1280, height: 800 };
  const permissions = ['clipboard-read', 'clipboard-write'];
  const deviceScaleFactor = options.pixelsPerPoint ?? 1;
  const screen = { viewport, deviceScaleFactor };
  const context = await browser.newContext({ ...screen, permissions, ...browserIdentity() });
  const close = async () => {
    await browser.close();
    await server.stop();
    profile.remove();
  };
  const payload = development
    ? developmentPayload(server.authority, { extensionFolders: [extension] })
    : [];
  /** @type {(path: string | undefined) => Promise<Workbench>} */
  const openWindow = async (path) => {
    const page = await context.newPage();
    page.setDefaultTimeout(actionLimitMs);
    if (options.language !== undefined) await displayIn(page, options.language);
    await page.goto(windowAddress(server.origin, path, payload));
    const workbench = new Workbench(page, theme, close, openWindow);
    await workbench.ready();
    return workbench;
  };
  const workbench = await openWindow(folder);
  if (!development) await workbench.themed();
  return workbench;
}

/**
 * As VS Code's page does once it has the texts of a language pack.
 * @param {import('playwright-core').Page} page
 * @param {string} language
 */
async function displayIn(page, language) {
  await page.addInitScript((name) => {
    Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => name, set: () => {} });
  }, language);
}
