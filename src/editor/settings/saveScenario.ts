import { ConfigurationTarget, type WorkspaceConfiguration } from 'vscode';
import { formerSetting, scenarioSetting, type FieldName } from '../../core/scenario/fields';
import { toSetting } from '../../core/scenario/percent';
import type { ScenarioChanges } from '../../protocol/scenario';
import { assumptionsSaved } from '../../wording/views/settings';
import { stepDone } from '../steps';
import { wordsOf } from '../words';
import { fileCalls } from './fileCalls';
import { configurationOf } from './settings';
import { updateSetting, valueAt } from './write';

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
  const configuration = configurationOf(undefined);
  const target = scope === 'user' ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  for (const [field, value] of Object.entries(changes)) {
    const name = field as FieldName;
    await updateSetting(configuration, scenarioSetting(name), toSetting(name, value), target);
    await dropFormer(configuration, name, target);
  }
  stepDone('calls');
  if (changes.outputTokens !== undefined) await fileCalls.release('outputTokens');
  return assumptionsSaved(wordsOf(), scope);
}

/** Removes the setting that was replaced where the new one has been written, so that one place has one value. */
async function dropFormer(
  configuration: WorkspaceConfiguration,
  name: FieldName,
  target: ConfigurationTarget,
): Promise<void> {
  const former = formerSetting(name);
  if (former === undefined || valueAt(configuration, former, target) === undefined) return;
  await updateSetting(configuration, former, undefined, target);
}
