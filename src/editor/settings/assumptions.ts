import type { WorkspaceConfiguration } from 'vscode';
import { formerSetting, scenarioSetting, type FieldName } from '../../core/scenario/fields';
import { newestOf, type Written } from './places';
import type { TeamFileState } from './teamFiles';

/**
 * What the settings say of an assumption, or the team's file where no settings file says anything; unchecked. A setting
 * that was replaced is read, too, so that what a user once saved keeps its meaning.
 */
export function writtenAssumption(
  configuration: WorkspaceConfiguration,
  name: FieldName,
  { settings }: TeamFileState,
): Written {
  const key = scenarioSetting(name);
  const former = formerSetting(name);
  const newest = newestOf(
    { key, places: configuration.inspect(key) },
    former === undefined ? undefined : { key: former, places: configuration.inspect(former) },
  );
  if (newest?.key === former && newest) return newest;
  const value =
    newest === undefined && key in settings ? settings[key] : configuration.get<unknown>(key);
  return { key, value };
}
