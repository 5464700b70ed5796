#!/usr/bin/env node
// Replaces VS Code's executable on systems where VS Code cannot be downloaded or has no display: takes the arguments
// that @vscode/test-electron passes to `code`, and opens code-server in a headless browser.
// API_SPEND_HOST is the version (see hosts.mjs), API_SPEND_LIMIT_MS the maximum time of a run; API_SPEND_VERBOSE prints
// the window's log.
import { EventEmitter, once } from 'node:events';
import { format, parseArgs } from 'node:util';
import { runScript } from '../humanError.mjs';
import { developmentPayload, windowAddress } from './address.mjs';
import { browserIdentity, launchBrowser } from './browser.mjs';
import { profileFolders, startCodeServer } from './codeServer.mjs';
import { hosts } from './hosts.mjs';
import { temporaryFolder } from './shutdown.mjs';

/** Ends runs that hang. A busy machine takes four times as long as an idle one. */
const runLimitMs = 1_500_000;
/** VS Code itself uses 0 and 1. */
const exitCodes = { testsFailed: 1, extensionHostDied: 98, pageCrashed: 99, timeLimit: 124 };

/** VS Code reports success even if its extension host was killed; only the log shows it. */
const extensionHostDied = /ExtensionHost.*received socket close event|extension host.*terminated/i;

function readArguments() {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      version: { type: 'boolean' },
    },
  });
  return {
    extensionFolders: /** @type {string[]} */ (values.extensionDevelopmentPath ?? []),
    testsPath: /** @type {string | undefined} */ (values.extensionTestsPath),
    userData: /** @type {string | undefined} */ (values['user-data-dir']),
    extensions: /** @type {string | undefined} */ (values['extensions-dir']),
    version: values.version === true,
    workspace: positionals[0],
  };
}

function chosenHost() {
  return process.env['API_SPEND_HOST'] === 'oldest' ? 'oldest' : 'current';
}

/** @param {ReturnType<typeof readArguments>} options */
async function openServer({ userData, extensions }) {
  const own = profileFolders(temporaryFolder('profile').path);
  const folders = {
    serverData: own.serverData,
    userData: userData ?? own.userData,
    extensions: extensions ?? own.extensions,
  };
  return startCodeServer({ host: chosenHost(), folders, testing: true });
}

/**
 * Receives the window's log and exit code, as the main process of a desktop VS Code does.
 * @param {import('playwright-core').Page} page
 * @param {boolean} testing whether the window runs tests; without tests, it has no time limit
 * @returns {Promise<{ exited: Promise<number>, log: string[] }>}
 */
async function listen(page, testing) {
  /** @type {string[]} */
  const log = [];
  let died = false;
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const line = format(...args);
      died ||= extensionHostDied.test(line);
      log.push(line);
      if (process.env['API_SPEND_VERBOSE']) console.log(line);
    },
  );
  const exit = new EventEmitter();
  const exited = once(exit, 'code').then(([code]) => Number(code));
  page.once('crash', () => exit.emit('code', exitCodes.pageCrashed));
  const limit = Number(process.env['API_SPEND_LIMIT_MS'] ?? runLimitMs);
  if (testing) setTimeout(() => exit.emit('code', exitCodes.timeLimit), limit).unref();
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
    exit.emit('code', code === 0 && died ? exitCodes.extensionHostDied : code),
  );
  return { exited, log };
}

/**
 * The last entries of the log, one line each.
 * @param {string[]} log
 */
function endOf(log) {
  const lines = log.slice(-20).map((entry) => entry.split('\n', 1)[0]?.slice(0, 200));
  return lines.map((line) => `    ${line}\n`).join('');
}

await runScript(async () => {
  const options = readArguments();
  if (options.version) {
    console.log(`${hosts[chosenHost()].vscodeVersion}\ncode-server\n${process.arch}`);
    return 0;
  }
  const server = await openServer(options);
  const browser = await launchBrowser();
  const viewport = { width: 1280, height: 800 };
  const page = await browser.newPage({ viewport, ...browserIdentity() });
  const { exited, log } = await listen(page, options.testsPath !== undefined);
  const payload = developmentPayload(server.authority, options);
  await page.goto(windowAddress(server.origin, options.workspace, payload));
  const code = await exited;
  if (code > exitCodes.testsFailed) console.log(endOf(log), `VS Code ended with code ${code}.`);
  await browser.close();
  await server.stop();
  return code;
});
