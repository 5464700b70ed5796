import { ConfigurationTarget, l10n, workspace } from 'vscode';
import type { ScenarioChanges } from '../../protocol/messages';
import { HumanError } from '../errors';
import { scenarioSetting, SECTION } from './settings';

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
      throw new HumanError(
        l10n.t('The setting {0} could not be saved. {1}', `${SECTION}.${key}`, reason),
        { cause: error },
      );
    }
  }
  return scope === 'user'
    ? l10n.t('The assumptions are saved in your user settings.')
    : l10n.t('The assumptions are saved in the workspace settings.');
}
