import { ConfigurationTarget, l10n, workspace } from 'vscode';
import { HumanError } from './errors';
import { SECTION } from './settings';

/**
 * Changes a setting where it is set now: in the workspace if the workspace sets it, else in the user's
 * settings.
 *
 * @throws {HumanError} when the settings file cannot be written; nothing is changed then.
 */
export async function writeSetting(key: string, value: unknown): Promise<void> {
  const configuration = workspace.getConfiguration(SECTION);
  const inWorkspace = configuration.inspect(key)?.workspaceValue !== undefined;
  try {
    await configuration.update(
      key,
      value,
      inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const name = `${SECTION}.${key}`;
    throw new HumanError(
      l10n.t('The setting {0} could not be saved. Check your settings file. {1}', name, reason),
      { cause: error },
    );
  }
}
