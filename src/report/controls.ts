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
import type { ControlGroupName } from '../wording/controls';
import { SERVICE_TIERS, type ServiceTier } from '../core/pricing/rates/factors';
import { CACHE_WRITES, type CacheWrite } from '../core/pricing/rates/promptSplit';

type FieldOf<Value> = {
  [Name in keyof FullScenario]: FullScenario[Name] extends Value ? Name : never;
}[keyof FullScenario];

/** A whole number: a slider over round values and a field for any. */
export interface NumberControl {
  readonly kind: 'number';
  readonly field: Exclude<FieldOf<number>, 'cachedShare'>;
  readonly stops: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly accepts: (value: unknown) => value is number;
}

export interface ShareControl {
  readonly kind: 'share';
  readonly field: 'cachedShare';
}

export interface ChoiceControl {
  readonly kind: 'choice';
  readonly field: 'cacheWrite' | 'serviceTier' | 'treatTextAs';
  readonly choices: readonly (TextRole | CacheWrite | ServiceTier)[];
}

export interface SwitchControl {
  readonly kind: 'switch';
  readonly field: FieldOf<boolean>;
}

export type Control = NumberControl | ShareControl | ChoiceControl | SwitchControl;

/** Controls that belong together under one heading. */
export interface ControlGroup {
  readonly id: ControlGroupName;
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

function tokens(field: NumberControl['field']): NumberControl {
  const limits = { stops: TOKEN_STOPS, min: 0, max: MAX_OUTPUT_TOKENS, accepts: isOutputTokens };
  return { kind: 'number', field, ...limits };
}

export const CONTROL_GROUPS: readonly ControlGroup[] = [
  {
    id: 'answer',
    controls: [
      {
        kind: 'choice',
        field: 'treatTextAs',
        choices: TEXT_ROLES,
      },
      tokens('outputTokens'),
      tokens('reasoningTokens'),
    ],
  },
  {
    id: 'volume',
    controls: [
      {
        kind: 'number',
        field: 'callsPerDay',
        stops: CALL_STOPS,
        min: 0,
        max: MAX_CALLS_PER_DAY,
        accepts: isCallsPerDay,
      },
    ],
  },
  {
    id: 'cache',
    controls: [
      { kind: 'share', field: 'cachedShare' },
      {
        kind: 'choice',
        field: 'cacheWrite',
        choices: CACHE_WRITES,
      },
    ],
  },
  {
    id: 'conversation',
    controls: [
      {
        kind: 'number',
        field: 'conversationTurns',
        stops: TURN_STOPS,
        min: 1,
        max: MAX_CONVERSATION_TURNS,
        accepts: isConversationTurns,
      },
      tokens('turnInputTokens'),
      {
        kind: 'switch',
        field: 'cacheHistory',
      },
      {
        kind: 'number',
        field: 'messages',
        stops: MESSAGE_STOPS,
        min: 0,
        max: MAX_MESSAGES,
        accepts: isMessages,
      },
    ],
  },
  {
    id: 'terms',
    controls: [
      {
        kind: 'choice',
        field: 'serviceTier',
        choices: SERVICE_TIERS,
      },
      { kind: 'switch', field: 'batch' },
      { kind: 'switch', field: 'regional' },
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
