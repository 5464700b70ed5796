import type { FieldGroup } from '../../core/scenario/fields';
import type { FullScenario } from '../../core/scenario/scenario';
import { isConversation } from '../call';
import type { Words } from '../words';

// The report's controls of the scenario.

export function controlGroupLabel({ l10n }: Words, group: FieldGroup): string {
  switch (group) {
    case 'answer':
      return l10n.t('Answer');
    case 'volume':
      return l10n.t('Volume');
    case 'cache':
      return l10n.t('Cache');
    case 'conversation':
      return l10n.t('Conversation');
    case 'terms':
      return l10n.t('Terms');
  }
}

/** The consequences of a cache write that its control does not show. */
export function cacheWriteHint({ l10n }: Words, scenario: FullScenario): string | undefined {
  const { cacheWrite, cachedShare, cacheHistory } = scenario;
  if (cacheWrite === 'none') return undefined;
  const isLong = isConversation(scenario);
  if (cachedShare === 0 && !(isLong && cacheHistory)) {
    return l10n.t('Nothing is written: choose a cached share above.');
  }
  return isLong
    ? l10n.t(
        'Assumed: the first turn pays for the write; later turns, and later conversations of the day, read it before it expires.',
      )
    : l10n.t(
        'Assumed: the first call of a day pays for writing the cached share; later calls read it before it expires.',
      );
}

export type PanelLabel =
  | 'heading'
  | 'preset'
  | 'ownValues'
  | 'reset'
  | 'saveForUser'
  | 'saveForWorkspace'
  | 'time'
  | 'timeHint'
  | 'now';

export function panelLabel({ l10n }: Words, label: PanelLabel): string {
  switch (label) {
    case 'heading':
      return l10n.t('Assumptions');
    case 'preset':
      return l10n.t('Preset');
    case 'ownValues':
      return l10n.t('Custom');
    case 'reset':
      return l10n.t('Back to settings');
    case 'saveForUser':
      return l10n.t('Save for me');
    case 'saveForWorkspace':
      return l10n.t('Save for this workspace');
    case 'time':
      return l10n.t('Time of the call');
    case 'timeHint':
      return l10n.t('In your local time, for peak hours and dated prices');
    case 'now':
      return l10n.t('Now, as the text changes');
  }
}
