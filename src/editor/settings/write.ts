import {
  ConfigurationTarget,
  workspace,
  type ConfigurationScope,
  type WorkspaceConfiguration,
} from 'vscode';
import { settingNotSaved } from '../../wording/views/settings';
import { HumanError } from '../errors';
import { wordsOf } from '../words';
import { SECTION } from './settings';

/**
 * Writes a setting where it is set now: in the folder or the workspace that sets it, else in the user's settings.
 *
 * @throws {HumanError} when the settings file cannot be written; nothing is changed then.
 */
export async function writeSetting(
  key: string,
  value: unknown,
  scope?: ConfigurationScope,
): Promise<void> {
  const configuration = workspace.getConfiguration(SECTION, scope);
  await updateSetting(configuration, key, value, targetOf(configuration, key));
}

/** @throws {HumanError} when the settings file cannot be written; nothing is changed then. */
export async function updateSetting(
  configuration: WorkspaceConfiguration,
  key: string,
  value: unknown,
  target: ConfigurationTarget,
): Promise<void> {
  try {
    await configuration.update(key, value, target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HumanError(settingNotSaved(wordsOf(), `${SECTION}.${key}`, reason), {
      cause: error,
    });
  }
}

function targetOf(configuration: WorkspaceConfiguration, key: string): ConfigurationTarget {
  const places = configuration.inspect(key);
  if (places?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  if (places?.workspaceValue !== undefined) return ConfigurationTarget.Workspace;
  return ConfigurationTarget.Global;
}
