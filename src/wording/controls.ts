import type { ServiceTier } from '../core/pricing/rates/factors';
import type { CacheWrite } from '../core/pricing/rates/promptSplit';
import type { FullScenario, TextRole } from '../core/scenario/scenario';
import { isConversation } from './call';
import type { Words } from './words';

// The report's controls of the scenario.

export function controlLabel({ l10n }: Words, field: keyof FullScenario): string {
  switch (field) {
    case 'treatTextAs':
      return l10n.t('The text is');
    case 'outputTokens':
      return l10n.t('Output tokens');
    case 'reasoningTokens':
      return l10n.t('Reasoning tokens');
    case 'callsPerDay':
      return l10n.t('Calls per day');
    case 'cachedShare':
      return l10n.t('Cached share of the prompt');
    case 'cacheWrite':
      return l10n.t('Cache write on the first call');
    case 'conversationTurns':
      return l10n.t('Turns');
    case 'turnInputTokens':
      return l10n.t('Tokens you add each turn');
    case 'cacheHistory':
      return l10n.t('History is read from the cache');
    case 'messages':
      return l10n.t('Messages in the prompt (overhead)');
    case 'serviceTier':
      return l10n.t('Service tier');
    case 'batch':
      return l10n.t('Batch');
    case 'regional':
      return l10n.t('Regional processing');
  }
}

export type ControlGroupName = 'answer' | 'volume' | 'cache' | 'conversation' | 'terms';

export function controlGroupLabel({ l10n }: Words, group: ControlGroupName): string {
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

export function choiceLabel({ l10n }: Words, choice: TextRole | CacheWrite | ServiceTier): string {
  switch (choice) {
    case 'input':
      return l10n.t('sent to the model');
    case 'output':
      return l10n.t('written by the model');
    case 'none':
      return l10n.t('None: cached before');
    case 'short':
      return l10n.t('Short life, such as 5 minutes');
    case 'long':
      return l10n.t('Long life, such as 1 hour');
    case 'standard':
      return l10n.t('Standard');
    case 'flex':
      return l10n.t('Flex');
    case 'fast':
      return l10n.t('Fast');
    case 'priority':
      return l10n.t('Priority');
    case 'ultrafast':
      return l10n.t('Ultrafast');
  }
}

/** The assumption behind a cache write, which its choice does not say. */
export function cacheWriteHint({ l10n }: Words, scenario: FullScenario): string | undefined {
  const { cacheWrite, cachedShare, cacheHistory } = scenario;
  if (cacheWrite === 'none') return undefined;
  const isLong = isConversation(scenario);
  if (cachedShare === 0 && !(isLong && cacheHistory)) {
    return l10n.t('Nothing is written: choose a cached share above.');
  }
  return isLong
    ? l10n.t(
        'Assumed: the first turn pays for the write; later turns, and later conversations of the day, read it. The cache lives from one to the next.',
      )
    : l10n.t(
        'Assumed: the first call of a day pays for writing the cached share; later calls read it. The cache lives from one to the next.',
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
