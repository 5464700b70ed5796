import { ConfigurationTarget, workspace } from 'vscode';
import { scenarioSetting, type FieldName } from '../../core/scenario/fields';
import type { ScenarioChanges } from '../../protocol/scenario';
import { assumptionsSaved } from '../../wording/views/settings';
import { wordsOf } from '../words';
import { fileCalls } from './fileCalls';
import { SECTION } from './settings';
import { updateSetting } from './write';

/**
 * Saves changes of the scenario, one setting for each field.
 *
 * @returns a message that they are saved.
 * @throws {HumanError} if a setting cannot be written; the fields before it are saved.
 */
export async function saveScenario(
  changes: ScenarioChanges,
  scope: 'user' | 'workspace',
): Promise<string> {
  const configuration = workspace.getConfiguration(SECTION);
  const target = scope === 'user' ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  for (const [field, value] of Object.entries(changes)) {
    await updateSetting(configuration, scenarioSetting(field as FieldName), value, target);
  }
  if (changes.outputTokens !== undefined) await fileCalls.release('outputTokens');
  return assumptionsSaved(wordsOf(), scope);
}
