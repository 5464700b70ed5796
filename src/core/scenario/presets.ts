import { FIELD_NAMES, isKeptByPresets, type FieldsWith } from './fields';
import { DEFAULT_SCENARIO, type FullScenario } from './scenario';

/** A preset does not change the role of the text or the region of processing. */
type PresetScenario = Omit<FullScenario, FieldsWith<{ isKeptByPresets: true }>>;

export type PresetId =
  | 'question'
  | 'chatTurn'
  | 'conversation'
  | 'retrievalAnswer'
  | 'batchClassification'
  | 'codeReview';

/** A common kind of call. */
export interface Preset {
  readonly id: PresetId;
  readonly scenario: PresetScenario;
}

const PRESET_FIELDS = FIELD_NAMES.filter(
  (name): name is keyof PresetScenario => !isKeptByPresets(name),
);

const STANDARD = Object.fromEntries(
  PRESET_FIELDS.map((name) => [name, DEFAULT_SCENARIO[name]]),
) as unknown as PresetScenario;

/** The presets that the report and Set Scenario offer. */
export const PRESETS: readonly Preset[] = [
  preset('question', {}),
  preset('chatTurn', { outputTokens: 300, cachedShare: 0.8, callsPerDay: 100 }),
  preset('conversation', {
    conversationTurns: 20,
    turnInputTokens: 200,
    cacheHistory: true,
    callsPerDay: 100,
  }),
  preset('retrievalAnswer', { outputTokens: 400, cachedShare: 0.1, callsPerDay: 1000 }),
  preset('batchClassification', { outputTokens: 10, batch: true, callsPerDay: 10_000 }),
  preset('codeReview', { outputTokens: 1500, reasoningTokens: 4000, callsPerDay: 50 }),
];

function preset(id: PresetId, own: Partial<PresetScenario>): Preset {
  return { id, scenario: { ...STANDARD, ...own } };
}

export function applyPreset({ scenario }: Preset, to: FullScenario): FullScenario {
  return { ...to, ...scenario };
}

/** The preset with the same values as a scenario, if any. */
export function presetOf(scenario: FullScenario): Preset | undefined {
  return PRESETS.find((preset) =>
    PRESET_FIELDS.every((name) => preset.scenario[name] === scenario[name]),
  );
}
