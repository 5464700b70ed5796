import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HumanError } from '../humanError.mjs';
import { hosts, vscodeFolder } from './hosts.mjs';
import { isInstalled, markInstalled } from './installStamp.mjs';
import { runNpm } from './npm.mjs';
import { withSharedWorker } from './webviewWorker.mjs';

const recipe = ['installHost.mjs', 'webviewWorker.mjs'].map((file) =>
  join(import.meta.dirname, file),
);

/**
 * Installs a VS Code that code-server serves. Nothing is compiled: its native modules (log files, a watchdog,
 * terminals) are not needed, and the one that is, the file watcher, comes with prebuilt binaries as a package
 * beside code-server. Without it VS Code misses what other programs write into the workspace.
 * @param {import('./hosts.mjs').HostName} name
 */
export function installHost(name) {
  const { folder, vscodeVersion } = hosts[name];
  if (isInstalled(folder, recipe)) return;
  console.log(
    `Installing VS Code ${vscodeVersion} served by code-server (once, a minute or less) …`,
  );
  runNpm(['ci'], folder);
  // The editor's own packages, which code-server's install script would install and compile.
  // `npm ci` cannot: the lock file it ships lacks an entry.
  runNpm(['install', '--omit=dev', '--omit=optional', '--ignore-scripts'], vscodeFolder(name));
  if (name === 'oldest') {
    lendSearchProgram();
    shareServiceWorker();
  }
  markInstalled(folder, recipe);
}

/**
 * Quick open and `workspace.findFiles` need ripgrep. The older editor downloads it while installing, the
 * current one has it in a package.
 */
function lendSearchProgram() {
  installHost('current');
  const platform = `${process.platform}-${process.arch}`;
  cpSync(
    join(editorPackages('current'), 'ripgrep-universal', 'bin', platform),
    join(editorPackages('oldest'), 'ripgrep', 'bin'),
    { recursive: true },
  );
}

function shareServiceWorker() {
  const webview = join(vscodeFolder('oldest'), 'out', 'vs', 'workbench', 'contrib', 'webview');
  const page = join(webview, 'browser', 'pre', 'index.html');
  writeFileSync(page, withSharedWorker(readFileSync(page, 'utf8')));
}

/** @param {import('./hosts.mjs').HostName} name */
function editorPackages(name) {
  return join(vscodeFolder(name), 'node_modules', '@vscode');
}

/** The Node that runs both hosts: code-server 4.139 needs 24, and the project may run on 20. */
export function hostNode() {
  installHost('current');
  const packageName = `node-${process.platform}-${process.arch}`;
  const packaged = join(hosts.current.folder, 'node_modules', packageName, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new HumanError(
    `code-server needs Node 24 and there is no package of it for ${process.platform}-${process.arch}. ` +
      'Install Node 24 and run the command with it.',
  );
}
