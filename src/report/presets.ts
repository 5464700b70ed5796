import * as l10n from '@vscode/l10n';
import type { ScenarioChanges } from '../protocol';

/** A common use, as changes of a scenario in which everything else is off. */
export interface Preset {
  readonly id: string;
  readonly name: () => string;
  readonly scenario: Required<ScenarioChanges>;
}

const PLAIN: Required<ScenarioChanges> = {
  outputTokens: 500,
  reasoningTokens: 0,
  cachedShare: 0,
  cacheWrite: 'none',
  batch: false,
  serviceTier: 'standard',
  regional: false,
  callsPerDay: 1,
  messages: 0,
  conversationTurns: 1,
  turnInputTokens: 0,
  cacheHistory: false,
};

export const PRESETS: readonly Preset[] = [
  { id: 'question', name: () => l10n.t('One question'), scenario: PLAIN },
  {
    id: 'reasoning',
    name: () => l10n.t('One hard question, with reasoning'),
    scenario: { ...PLAIN, outputTokens: 1000, reasoningTokens: 8000 },
  },
  {
    id: 'chat',
    name: () => l10n.t('Chat of 20 turns, history cached'),
    scenario: {
      ...PLAIN,
      conversationTurns: 20,
      turnInputTokens: 200,
      cacheHistory: true,
      callsPerDay: 100,
    },
  },
  {
    id: 'service',
    name: () => l10n.t('Service: 10,000 calls a day, prompt 80 % cached'),
    scenario: { ...PLAIN, cachedShare: 0.8, callsPerDay: 10_000 },
  },
  {
    id: 'batch',
    name: () => l10n.t('Nightly batch of 1,000 calls'),
    scenario: { ...PLAIN, batch: true, callsPerDay: 1000 },
  },
];
