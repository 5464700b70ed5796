import { commands } from 'vscode';
import type { LiveEstimate } from '../live/estimate';
import type { Step } from '../steps';
import { openSample } from './sample';

/** The walkthrough of the manifest. */
const WALKTHROUGH = 'api-spend.api-spend#getStarted';

/** What a step's link does once there is a text. */
const WORK: Readonly<Record<Step, string | undefined>> = {
  text: undefined,
  model: 'apiSpend.selectModel',
  comparison: 'apiSpend.compareModels',
  calls: 'apiSpend.setScenario',
  report: 'apiSpend.openReport',
};

/**
 * Opens the walkthrough, or does one of its steps: with a sample prompt if no text is open, so that no step fails.
 *
 * @param step of the walkthrough, as its links pass it; anything else opens the walkthrough.
 */
export async function getStarted(live: LiveEstimate, step: unknown): Promise<void> {
  if (!isStep(step)) {
    await commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false);
    return;
  }
  if (live.readout.kind === 'none') await withText(live, openSample);
  const command = WORK[step];
  if (command !== undefined) await commands.executeCommand(command);
}

function isStep(value: unknown): value is Step {
  return typeof value === 'string' && Object.hasOwn(WORK, value);
}

/** Waits until what has been opened is known to be there: VS Code tells it after it is shown. */
async function withText(live: LiveEstimate, open: () => Promise<void>): Promise<void> {
  const known = new Promise<void>((resolve) => {
    const listener = live.onDidChange(({ kind }) => {
      if (kind === 'none') return;
      listener.dispose();
      resolve();
    });
  });
  await open();
  await known;
}
