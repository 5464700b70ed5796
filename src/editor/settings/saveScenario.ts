import { ConfigurationTarget, workspace } from 'vscode';
import { scenarioSetting } from '../../core/scenario/fields';
import type { ScenarioChanges } from '../../protocol/messages';
import { assumptionsSaved, settingNotSaved } from '../../wording/settings';
import { HumanError } from '../errors';
import { wordsOf } from '../words';
import { SECTION } from './settings';

/**
 * Saves the scenario that the page has changed, one setting for each field, for the user or the workspace.
 *
 * @throws {HumanError} when a settings file cannot be written; fields before it are saved.
 */
export async function saveScenario(
  changes: ScenarioChanges,
  scope: 'user' | 'workspace',
): Promise<string> {
  const configuration = workspace.getConfiguration(SECTION);
  const target = scope === 'user' ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  for (const [field, value] of Object.entries(changes)) {
    const key = scenarioSetting(field as keyof ScenarioChanges);
    try {
      await configuration.update(key, value, target);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new HumanError(settingNotSaved(wordsOf(), `${SECTION}.${key}`, reason), {
        cause: error,
      });
    }
  }
  return assumptionsSaved(wordsOf(), scope);
}
