import { completeScenario, DEFAULT_SCENARIO, type FullScenario } from './scenario';

/** All but what a use says nothing about: whether the text is what is written, and where it must be processed. */
type PresetScenario = Omit<FullScenario, 'treatTextAs' | 'regional'>;

/** A common use: a scenario in which everything that is not its own is as nobody changed it. */
export interface Preset {
  readonly id: string;
  /** In English, which is also the key of its translations. */
  readonly name: string;
  readonly detail: string;
  readonly scenario: PresetScenario;
}

const { treatTextAs: _textAs, regional: _region, ...PLAIN } = completeScenario(DEFAULT_SCENARIO);

/** Presets of the report and of the command that sets the scenario. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'question',
    name: 'One question',
    detail: 'A single answer of usual length, nothing cached.',
    scenario: PLAIN,
  },
  {
    id: 'chatTurn',
    name: 'Chat turn',
    detail: 'A short answer in a running chat: most of the prompt was sent before and is cached.',
    scenario: { ...PLAIN, outputTokens: 300, cachedShare: 0.8, callsPerDay: 100 },
  },
  {
    id: 'conversation',
    name: 'Conversation of 20 turns',
    detail: 'The whole chat, each turn sending the history again; the history is cached.',
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
    name: 'Retrieval answer',
    detail: 'A short answer from long sources that differ each time: little of them is cached.',
    scenario: { ...PLAIN, outputTokens: 400, cachedShare: 0.1, callsPerDay: 1000 },
  },
  {
    id: 'batchClassification',
    name: 'Batch classification',
    detail: 'A label of a few tokens for each of many texts, as a batch.',
    scenario: { ...PLAIN, outputTokens: 10, batch: true, callsPerDay: 10_000 },
  },
  {
    id: 'codeReview',
    name: 'Code review',
    detail: 'Long findings after thinking about new code.',
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
