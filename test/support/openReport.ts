// Opens the report for an end-to-end test, as its command does.
import type { FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { WIDE } from './reportThemes';
import { startWorkbench } from './workbench';

export interface OpenReport {
  readonly workbench: Workbench;
  /** The report's page. */
  readonly frame: FrameLocator;
}

/** Opens a wide window with a file of the samples and the report on it beside the file. */
export async function openReport(
  file: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<OpenReport> {
  const workbench = await startWorkbench({ fixture: 'samples', viewport: WIDE, settings });
  const frame = workbench.webviewFrame();
  await workbench.openFile(file);
  await workbench.statusText(/\$\d/);
  await workbench.runCommand('API Spend: Open Report');
  await frame.locator('#headline').waitFor();
  return { workbench, frame };
}
