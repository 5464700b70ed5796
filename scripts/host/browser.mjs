// Finds and starts a browser: an installed one, or one from npm.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { HumanError } from '../humanError.mjs';
import { unpackedBrowser } from './packagedBrowser.mjs';

/** @typedef {{ executablePath: string, env: NodeJS.ProcessEnv }} Browser */

const commands = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'msedge',
];

/** Default install paths on systems that do not put browsers on the PATH. */
const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const debianInstall =
  'apt-get install -y chromium fonts-dejavu fonts-noto-color-emoji fonts-noto-cjk';

/**
 * Possible paths of an installed browser, in order of preference.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function browserCandidates(platform, env) {
  const chosen = [env['CHROME_PATH'], env['CHROMIUM_PATH']].filter((path) => path !== undefined);
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const places = roots.flatMap((root) =>
      root === undefined ? [] : usualPlaces.win32.map((place) => `${root}\\${place}`),
    );
    return [...chosen, ...places];
  }
  const folders = (env['PATH'] ?? '').split(posix.delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((command) =>
    folders.map((folder) => posix.join(folder, command)),
  );
  return [...chosen, ...onPath, ...(platform === 'darwin' ? usualPlaces.darwin : [])];
}

/** @returns {Browser | undefined} */
function installedBrowser() {
  const executablePath = browserCandidates(process.platform, process.env).find((path) =>
    existsSync(path),
  );
  return executablePath === undefined ? undefined : { executablePath, env: process.env };
}

/**
 * The browser from an npm package, for Linux systems without one.
 * @returns {Browser | undefined}
 */
function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = unpackedBrowser();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** @returns {Browser | undefined} */
function browserFromDebian() {
  const mayInstall = process.env['CI'] === 'true' && process.getuid?.() === 0;
  if (!mayInstall || !existsSync('/etc/debian_version')) return undefined;
  console.log(`Installing a browser: ${debianInstall}`);
  const { status } = spawnSync('sh', ['-c', `apt-get update && ${debianInstall}`], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0 ? installedBrowser() : undefined;
}

/** @returns {Browser} */
export function findBrowser() {
  for (const name of ['CHROME_PATH', 'CHROMIUM_PATH'])
    if (process.env[name] && !existsSync(process.env[name]))
      throw new HumanError(`${name} names ${process.env[name]}, which does not exist.`);
  const browser = installedBrowser() ?? packagedBrowser() ?? browserFromDebian();
  if (browser) return browser;
  throw new HumanError(
    'No Chrome or Chromium found. Install one, or set CHROME_PATH to its executable.\n' +
      `On Debian: ${debianInstall}`,
  );
}

/** As the browser of Linux names itself. */
const linuxAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';

/**
 * How a window names its browser. The keys that scripts and tests press are those of Linux and Windows; VS Code has others
 * for browsers that say that they are of macOS.
 * @returns {{ userAgent?: string }}
 */
export function browserIdentity(platform = process.platform) {
  return platform === 'darwin' ? { userAgent: linuxAgent } : {};
}

/** Starts a headless browser. It ends with this process. */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  const { executablePath, env } = findBrowser();
  return chromium.launch({
    executablePath,
    env,
    args: [
      '--headless',
      '--no-sandbox', // not available to root in a container
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--log-level=2', // only errors, to keep messages of failures short
    ],
  });
}
