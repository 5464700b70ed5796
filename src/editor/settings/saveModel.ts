import type { ConfigurationScope } from 'vscode';
import { fileCalls } from './fileCalls';
import { writeSetting, type Undo } from './write';

/**
 * Makes a model the user's; it then wins over the one that the priced file names.
 *
 * @throws {HumanError} if the settings file cannot be written; then nothing changes.
 */
export async function saveModel(modelId: string, scope?: ConfigurationScope): Promise<Undo> {
  const restoreSetting = await writeSetting('model', modelId, scope);
  const restoreAnswer = await fileCalls.release('model');
  return async () => {
    await restoreSetting();
    await restoreAnswer?.();
  };
}
