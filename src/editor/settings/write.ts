import { ConfigurationTarget, type ConfigurationScope, type WorkspaceConfiguration } from 'vscode';
import { settingNotSaved } from '../../wording/views/settings';
import { HumanError } from '../errors';
import { openSettings } from '../help';
import { wordsOf } from '../words';
import { configurationOf, SECTION } from './settings';

/** Brings back what was there before. */
export type Undo = () => Promise<void>;

/**
 * Writes a setting to the folder or workspace settings if they contain it, otherwise to the user settings.
 *
 * @throws {HumanError} if the settings file cannot be written; then nothing changes.
 */
export async function writeSetting(
  key: string,
  value: unknown,
  scope?: ConfigurationScope,
): Promise<Undo> {
  const configuration = configurationOf(scope);
  const target = targetOf(configuration, key);
  const before = valueAt(configuration, key, target);
  await updateSetting(configuration, key, value, target);
  return async () => updateSetting(configuration, key, before, target);
}

/** @throws {HumanError} if the settings file cannot be written; then nothing changes. */
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
      actions: [openSettings(target === ConfigurationTarget.Global ? 'user' : 'workspace')],
    });
  }
}

/** Undefined if those settings do not contain it. */
export function valueAt(
  configuration: WorkspaceConfiguration,
  key: string,
  target: ConfigurationTarget,
): unknown {
  const places = configuration.inspect(key);
  if (target === ConfigurationTarget.WorkspaceFolder) return places?.workspaceFolderValue;
  return target === ConfigurationTarget.Workspace ? places?.workspaceValue : places?.globalValue;
}

function targetOf(configuration: WorkspaceConfiguration, key: string): ConfigurationTarget {
  const places = configuration.inspect(key);
  if (places?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  if (places?.workspaceValue !== undefined) return ConfigurationTarget.Workspace;
  return ConfigurationTarget.Global;
}
