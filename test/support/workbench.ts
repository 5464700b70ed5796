// A VS Code window for an end-to-end test, on a copy of the fixture so that the test may write in it.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import {
  openWorkbench,
  type Workbench,
  type WorkbenchOptions,
} from '../../scripts/host/workbench.mjs';

export const fixtures = join(projectFolder, 'test', 'fixtures');

export interface TestWindow extends Partial<WorkbenchOptions> {
  /** A folder in test/fixtures. */
  readonly fixture?: string;
}

/** Opens a window with the extension in it, once its entry in the status bar is there. */
export async function startWorkbench({
  fixture = 'workspace',
  ...options
}: TestWindow = {}): Promise<Workbench> {
  const { path } = temporaryFolder('workspace');
  cpSync(join(fixtures, fixture), path, { recursive: true });
  return openWorkbench({ folder: path, ...options });
}
