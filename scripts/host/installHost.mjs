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
 * Installs a VS Code that code-server serves. Compiles nothing: of its native modules, only the file watcher is needed
 * (without it, VS Code does not notice changes that other programs make in the workspace), and it is installed as a
 * package with prebuilt binaries.
 * @param {import('./hosts.mjs').HostName} name
 */
export function installHost(name) {
  const { folder, vscodeVersion } = hosts[name];
  if (isInstalled(folder, recipe)) return;
  console.log(
    `Installing VS Code ${vscodeVersion} served by code-server (once, a minute or less) …`,
  );
  runNpm(['ci'], folder);
  // The packages of VS Code itself, which code-server's install script would also compile.
  // `npm ci` fails, because an entry is missing in the lock file that ships with code-server.
  runNpm(['install', '--omit=dev', '--omit=optional', '--ignore-scripts'], vscodeFolder(name));
  if (name === 'oldest') {
    copyRipgrep();
    shareServiceWorker();
  }
  markInstalled(folder, recipe);
}

/**
 * Quick open and `workspace.findFiles` need ripgrep. The oldest VS Code would download it during installation; the
 * current one has it in a package.
 */
function copyRipgrep() {
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

/**
 * The path of Node's program in its npm package, below `node_modules`.
 * @param {{ platform: string, arch: string }} [system]
 */
export function packagedNode({ platform, arch } = process) {
  return platform === 'win32'
    ? join(`node-win-${arch}`, 'bin', 'node.exe')
    : join(`node-${platform}-${arch}`, 'bin', 'node');
}

/** The Node for both hosts: code-server 4.139 needs Node 24, but this project also runs on Node 20. */
export function hostNode() {
  installHost('current');
  const packaged = join(hosts.current.folder, 'node_modules', packagedNode());
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new HumanError(
    `code-server needs Node 24, which npm does not have for ${process.platform}-${process.arch}. ` +
      'Install Node 24 and run the command with it.',
  );
}
