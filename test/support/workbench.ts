// A VS Code window for an end-to-end test, on a copy of the fixture so that the test may write in it.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
}

/** Opens a window with the extension in it, once its entry in the status bar is there. */
export async function startWorkbench({
  fixture = 'workspace',
  files = {},
  ...options
}: TestWindow = {}): Promise<Workbench> {
  const { path } = temporaryFolder('workspace');
  cpSync(join(fixtures, fixture), path, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return openWorkbench({ folder: path, ...options });
}
