import * as l10n from '@vscode/l10n';
import {
  isCallsPerDay,
  isConversationTurns,
  isMessages,
  isOutputTokens,
  MAX_CALLS_PER_DAY,
  MAX_CONVERSATION_TURNS,
  MAX_MESSAGES,
  MAX_OUTPUT_TOKENS,
  TEXT_ROLES,
  type FullScenario,
  type TextRole,
} from '../core/scenario/scenario';
import { SERVICE_TIERS, type ServiceTier } from '../core/pricing/rates/factors';
import { CACHE_WRITES, type CacheWrite } from '../core/pricing/rates/promptSplit';

type FieldOf<Value> = {
  [Name in keyof FullScenario]: FullScenario[Name] extends Value ? Name : never;
}[keyof FullScenario];

/** A whole number: a slider over round values and a field for any. */
export interface NumberControl {
  readonly kind: 'number';
  readonly field: Exclude<FieldOf<number>, 'cachedShare'>;
  readonly label: () => string;
  readonly stops: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly accepts: (value: unknown) => value is number;
}

export interface ShareControl {
  readonly kind: 'share';
  readonly field: 'cachedShare';
  readonly label: () => string;
}

export interface ChoiceControl {
  readonly kind: 'choice';
  readonly field: 'cacheWrite' | 'serviceTier' | 'treatTextAs';
  readonly label: () => string;
  readonly choices: readonly { readonly value: string; readonly label: () => string }[];
  /** What the choice means under a scenario, where that is not plain. */
  readonly hint?: (scenario: FullScenario) => string | undefined;
}

export interface SwitchControl {
  readonly kind: 'switch';
  readonly field: FieldOf<boolean>;
  readonly label: () => string;
}

export type Control = NumberControl | ShareControl | ChoiceControl | SwitchControl;

/** Controls that belong together under one heading. */
export interface ControlGroup {
  readonly id: string;
  readonly label: () => string;
  readonly controls: readonly Control[];
}

const TOKEN_STOPS = [
  0, 50, 100, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 7500, 10_000, 15_000, 20_000,
  30_000, 50_000, 75_000, 100_000,
];
const CALL_STOPS = [
  0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000,
  500_000, 1_000_000,
];
const TURN_STOPS = [1, 2, 3, 5, 8, 10, 15, 20, 30, 40, 50, 75, 100];
const MESSAGE_STOPS = [0, 1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 100];

const roleLabels: Readonly<Record<TextRole, () => string>> = {
  input: () => l10n.t('what the model is sent'),
  output: () => l10n.t('what the model writes'),
};

const cacheWriteLabels: Readonly<Record<CacheWrite, () => string>> = {
  none: () => l10n.t('None: it was cached before'),
  short: () => l10n.t('Short life, such as 5 minutes'),
  long: () => l10n.t('Long life, such as 1 hour'),
};

/** What is assumed of the cache, which the choice alone does not say. */
function describeCacheWrite(scenario: FullScenario): string | undefined {
  const { cacheWrite, cachedShare, conversationTurns, cacheHistory } = scenario;
  if (cacheWrite === 'none') return undefined;
  const isConversation = conversationTurns > 1;
  if (cachedShare === 0 && !(isConversation && cacheHistory)) {
    return l10n.t('Nothing is written: choose a cached share above.');
  }
  return isConversation
    ? l10n.t(
        'Assumed: the first turn pays for writing, the turns and conversations of the day after it read. The cache lives from one to the next.',
      )
    : l10n.t(
        'Assumed: the first call of a day pays for writing the cached share, those after it read it. The cache lives from one to the next.',
      );
}

const tierLabels: Readonly<Record<ServiceTier, () => string>> = {
  standard: () => l10n.t('Standard'),
  flex: () => l10n.t('Flex'),
  fast: () => l10n.t('Fast'),
  priority: () => l10n.t('Priority'),
  ultrafast: () => l10n.t('Ultrafast'),
};

function tokens(field: NumberControl['field'], label: () => string): NumberControl {
  const limits = { stops: TOKEN_STOPS, min: 0, max: MAX_OUTPUT_TOKENS, accepts: isOutputTokens };
  return { kind: 'number', field, label, ...limits };
}

export const CONTROL_GROUPS: readonly ControlGroup[] = [
  {
    id: 'answer',
    label: () => l10n.t('Answer'),
    controls: [
      {
        kind: 'choice',
        field: 'treatTextAs',
        label: () => l10n.t('The text is'),
        choices: TEXT_ROLES.map((value) => ({ value, label: roleLabels[value] })),
      },
      tokens('outputTokens', () => l10n.t('Output tokens')),
      tokens('reasoningTokens', () => l10n.t('Reasoning tokens')),
    ],
  },
  {
    id: 'volume',
    label: () => l10n.t('Volume'),
    controls: [
      {
        kind: 'number',
        field: 'callsPerDay',
        label: () => l10n.t('Calls per day'),
        stops: CALL_STOPS,
        min: 0,
        max: MAX_CALLS_PER_DAY,
        accepts: isCallsPerDay,
      },
    ],
  },
  {
    id: 'cache',
    label: () => l10n.t('Cache'),
    controls: [
      { kind: 'share', field: 'cachedShare', label: () => l10n.t('Cached share of the prompt') },
      {
        kind: 'choice',
        field: 'cacheWrite',
        label: () => l10n.t('Cache write on the first call'),
        choices: CACHE_WRITES.map((value) => ({ value, label: cacheWriteLabels[value] })),
        hint: describeCacheWrite,
      },
    ],
  },
  {
    id: 'conversation',
    label: () => l10n.t('Conversation'),
    controls: [
      {
        kind: 'number',
        field: 'conversationTurns',
        label: () => l10n.t('Turns'),
        stops: TURN_STOPS,
        min: 1,
        max: MAX_CONVERSATION_TURNS,
        accepts: isConversationTurns,
      },
      tokens('turnInputTokens', () => l10n.t('Tokens you add each turn')),
      {
        kind: 'switch',
        field: 'cacheHistory',
        label: () => l10n.t('History is read from the cache'),
      },
      {
        kind: 'number',
        field: 'messages',
        label: () => l10n.t('Messages in the prompt (overhead)'),
        stops: MESSAGE_STOPS,
        min: 0,
        max: MAX_MESSAGES,
        accepts: isMessages,
      },
    ],
  },
  {
    id: 'terms',
    label: () => l10n.t('Terms'),
    controls: [
      {
        kind: 'choice',
        field: 'serviceTier',
        label: () => l10n.t('Service tier'),
        choices: SERVICE_TIERS.map((value) => ({ value, label: tierLabels[value] })),
      },
      { kind: 'switch', field: 'batch', label: () => l10n.t('As a batch') },
      { kind: 'switch', field: 'regional', label: () => l10n.t('In a region of your choice') },
    ],
  },
];

/** Whether a control changes anything: no output is assumed where the text is the output. */
export function hasEffect({ field }: Control, { treatTextAs }: FullScenario): boolean {
  return field !== 'outputTokens' || treatTextAs === 'input';
}

/** The stop of a slider that is nearest below a value, so that the slider shows where a typed value lies. */
export function stopIndex(stops: readonly number[], value: number): number {
  const above = stops.findIndex((stop) => stop > value);
  return above === -1 ? stops.length - 1 : Math.max(0, above - 1);
}
