// A VS Code window for an end-to-end test, on a copy of the fixture so that the test may write in it.
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vsixFile } from '../../scripts/extensionPackage.mjs';
import { installVsix, profileFolders } from '../../scripts/host/codeServer.mjs';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import { openWorkbench, type WorkbenchOptions } from '../../scripts/host/openWorkbench.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';

export const fixtures = join(projectFolder, 'test', 'fixtures');

export interface TestWindow extends Partial<WorkbenchOptions> {
  /** A folder in test/fixtures. */
  readonly fixture?: string;
  /** Texts of more files, by their paths in the folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether the window has the packaged extension, not the project's folder. */
  readonly isPackaged?: boolean;
}

let installed: Promise<string> | undefined;

/**
 * The packaged extension's folder as VS Code installed it: once for all windows of a worker, because an install
 * takes seconds. test/e2e/package.test.ts installs the package into each VS Code.
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

/** Opens a window with the extension in it, once its entry in the status bar is there. */
export async function startWorkbench({
  fixture = 'workspace',
  files = {},
  isPackaged = false,
  ...options
}: TestWindow = {}): Promise<Workbench> {
  const { path } = temporaryFolder('workspace');
  cpSync(join(fixtures, fixture), path, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  const packaged = isPackaged ? { extension: null, companion: await installedPackage() } : {};
  return openWorkbench({ folder: path, ...packaged, ...options });
}
