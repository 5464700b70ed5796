import { completeScenario, DEFAULT_SCENARIO, type FullScenario } from './scenario';

/** All but what a use says nothing about: whether the text is what is written, and where it must be processed. */
type PresetScenario = Omit<FullScenario, 'treatTextAs' | 'regional'>;

export type PresetId =
  | 'question'
  | 'chatTurn'
  | 'conversation'
  | 'retrievalAnswer'
  | 'batchClassification'
  | 'codeReview';

/** A common use: a scenario in which everything that is not its own is as nobody changed it. */
export interface Preset {
  readonly id: PresetId;
  readonly scenario: PresetScenario;
}

const { treatTextAs: _textAs, regional: _region, ...PLAIN } = completeScenario(DEFAULT_SCENARIO);

/** Presets of the report and of the command that sets the scenario. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'question',
    scenario: PLAIN,
  },
  {
    id: 'chatTurn',
    scenario: { ...PLAIN, outputTokens: 300, cachedShare: 0.8, callsPerDay: 100 },
  },
  {
    id: 'conversation',
    scenario: {
      ...PLAIN,
      conversationTurns: 20,
      turnInputTokens: 200,
      cacheHistory: true,
      callsPerDay: 100,
    },
  },
  {
    id: 'retrievalAnswer',
    scenario: { ...PLAIN, outputTokens: 400, cachedShare: 0.1, callsPerDay: 1000 },
  },
  {
    id: 'batchClassification',
    scenario: { ...PLAIN, outputTokens: 10, batch: true, callsPerDay: 10_000 },
  },
  {
    id: 'codeReview',
    scenario: { ...PLAIN, outputTokens: 1500, reasoningTokens: 4000, callsPerDay: 50 },
  },
];

/** The scenario under a preset. */
export function applyPreset({ scenario }: Preset, to: FullScenario): FullScenario {
  return { ...to, ...scenario };
}

/** The preset that a scenario is, if it is one. */
export function presetOf(scenario: FullScenario): Preset | undefined {
  const fields = Object.keys(PLAIN) as (keyof PresetScenario)[];
  return PRESETS.find((preset) =>
    fields.every((field) => preset.scenario[field] === scenario[field]),
  );
}
