import type { ConfigurationScope } from 'vscode';
import { fileCalls } from './fileCalls';
import { writeSetting } from './write';

/**
 * Makes a model the user's; it then wins over the one that the priced file names.
 *
 * @throws {HumanError} if the settings file cannot be written; then nothing changes.
 */
export async function saveModel(modelId: string, scope?: ConfigurationScope): Promise<void> {
  await writeSetting('model', modelId, scope);
  await fileCalls.release('model');
}
