// Opens the report for an end-to-end test, as its commands do.
import type { FrameLocator } from '@playwright/test';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { WIDE } from './reportThemes';
import { startWorkbench, type TestWindow } from './workbench';

export interface OpenReport {
  readonly workbench: Workbench;
  /** The report's page. */
  readonly frame: FrameLocator;
}

/** Opens a wide window with a copy of the samples, in which no report is open yet. */
export async function openSamples(
  options: Pick<TestWindow, 'files' | 'settings'>,
): Promise<OpenReport> {
  const workbench = await startWorkbench({ fixture: 'samples', viewport: WIDE, ...options });
  return { workbench, frame: workbench.reportFrame() };
}

/** Opens the samples with one of their files and the report on it beside the file. */
export async function openReport(
  file: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<OpenReport> {
  const { workbench, frame } = await openSamples({ settings });
  await workbench.openFile(file);
  await workbench.statusText(/\$\d/);
  await workbench.runCommand('API Spend: Open Report');
  await frame.locator('#headline').waitFor();
  return { workbench, frame };
}

/** Opens the samples with the report on folders and files of them, by their names in the explorer. */
export async function openReportOnFiles(
  names: readonly string[],
  options: Pick<TestWindow, 'files' | 'settings'>,
): Promise<OpenReport> {
  const opened = await openSamples(options);
  await opened.workbench.estimateInExplorer(...names);
  return opened;
}
