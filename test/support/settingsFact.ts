import { completeScenario } from '../../src/core/scenario/scenario';
import type { SettingsFact } from '../../src/protocol/messages';

/** The message with the settings of a user who has chosen o1. */
export function settingsFact(settings: Partial<SettingsFact> = {}): SettingsFact {
  return {
    type: 'settings',
    scenario: completeScenario({ outputTokens: 500 }),
    modelId: 'openai/o1',
    baselineId: '',
    pinnedIds: [],
    usedIds: [],
    staleAfterDays: 120,
    warnings: [],
    budgets: { perCall: 0, perMonth: 0 },
    currency: null,
    ...settings,
  };
}
