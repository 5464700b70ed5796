import type { FromPage, ScenarioChanges } from '../protocol/messages';
import type { Choices } from './state/pageState';

/** The user's actions. */
export interface Actions {
  readonly update: (choices: Partial<Choices>) => void;
  readonly changeScenario: (changes: ScenarioChanges) => void;
  /** Back to the assumptions of the settings and the time of the count. */
  readonly resetScenario: () => void;
  /** Keeps the subject while the editor moves on, or follows the editor again. */
  readonly pinReport: (isPinned: boolean) => void;
  /** Makes a model the baseline, here and in the settings. */
  readonly compareWith: (modelId: string) => void;
  /** Lists a model first, or no longer, here and in the settings. */
  readonly pinModel: (modelId: string, isPinned: boolean) => void;
  readonly post: (message: FromPage) => void;
  readonly takeAway: (to: 'file' | 'clipboard') => void;
}

/** The list without the item, or with it if it is not in the list. */
export function toggled<T>(items: readonly T[], item: T): T[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}
