import type { FromPage, ScenarioChanges } from '../protocol/messages';
import type { PageState } from './pageState';

/** What the parts of the page can do. */
export interface Actions {
  readonly update: (change: Partial<PageState>) => void;
  /** Changes the scenario. */
  readonly changeScenario: (change: ScenarioChanges) => void;
  readonly resetScenario: () => void;
  /** Makes a model the one that others are compared with, here and in the settings. */
  readonly compareWith: (modelId: string) => void;
  /** Lists a model first, or no longer, here and in the settings. */
  readonly pin: (modelId: string, isPinned: boolean) => void;
  readonly post: (message: FromPage) => void;
  readonly takeAway: (to: 'file' | 'clipboard') => void;
}

/** The list without an item that is in it, or with one that is not. */
export function toggled<T>(items: readonly T[], item: T): T[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}
