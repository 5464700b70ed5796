// Opens a VS Code window for an end-to-end test on a copy of a fixture, which the test may change.
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vsixFile } from '../../scripts/extensionPackage.mjs';
import { installVsix, profileFolders } from '../../scripts/host/codeServer.mjs';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import { openWorkbench, type WorkbenchOptions } from '../../scripts/host/openWorkbench.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { englishBundle, englishManifest } from '../../scripts/wording/bundles.mjs';
import { pseudoBundle, pseudoManifest } from '../../scripts/wording/pseudo.mjs';

export const fixtures = join(projectFolder, 'test', 'fixtures');

export interface TestWindow extends Partial<WorkbenchOptions> {
  /** A folder in test/fixtures. */
  readonly fixture?: string;
  /** Content of additional files, by their paths in the folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Whether to load the packaged extension instead of the project's folder. */
  readonly isPackaged?: boolean;
  /** A pseudo-language to translate the packaged extension into, and to display. */
  readonly pseudo?: string;
}

let installed: Promise<string> | undefined;

/**
 * The folder into which VS Code installed the packaged extension: once per worker, because an installation takes
 * seconds. test/e2e/package.test.ts installs the package into each VS Code.
 */
async function installedPackage(): Promise<string> {
  installed ??= install();
  return installed;
}

async function install(): Promise<string> {
  const folders = profileFolders(temporaryFolder('package').path);
  await installVsix('current', folders, vsixFile);
  const entries = readdirSync(folders.extensions, { withFileTypes: true });
  const folder = entries.find((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  if (!folder) throw new Error(`${vsixFile} is not installed`);
  return join(folders.extensions, folder.name);
}

/** A copy of the packaged extension that speaks a pseudo-language. */
async function translatedPackage(language: string): Promise<string> {
  const { path } = temporaryFolder('translated');
  cpSync(await installedPackage(), path, { recursive: true });
  mkdirSync(join(path, 'l10n'), { recursive: true });
  const [bundle, manifest] = [await englishBundle(), englishManifest()];
  const files = {
    [`l10n/bundle.l10n.${language}.json`]: pseudoBundle(bundle, language),
    [`package.nls.${language}.json`]: pseudoManifest(manifest, language),
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(path, name), JSON.stringify(content));
  return path;
}

/** Opens a window with the extension and waits for its status-bar item. */
export async function startWorkbench({
  fixture = 'workspace',
  files = {},
  isPackaged = false,
  pseudo,
  ...options
}: TestWindow = {}): Promise<Workbench> {
  const { path } = temporaryFolder('workspace');
  cpSync(join(fixtures, fixture), path, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  const packaged = isPackaged ? { extension: null, companion: await installedPackage() } : {};
  const translated =
    pseudo === undefined
      ? {}
      : { extension: null, companion: await translatedPackage(pseudo), language: pseudo };
  return openWorkbench({ folder: path, ...packaged, ...translated, ...options });
}
