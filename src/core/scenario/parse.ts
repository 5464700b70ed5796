import { SERVICE_TIERS } from '../pricing/rates/factors';
import { CACHE_WRITES } from '../pricing/rates/promptSplit';
import {
  completeScenario,
  DEFAULT_SCENARIO,
  isCallsPerDay,
  isConversationTurns,
  isMessages,
  isOutputTokens,
  isShare,
  MAX_CALLS_PER_DAY,
  MAX_CONVERSATION_TURNS,
  MAX_MESSAGES,
  MAX_OUTPUT_TOKENS,
  TEXT_ROLES,
  type FullScenario,
} from './scenario';

/** What a value of a scenario may be. */
export type FieldRule =
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'share' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

interface Field {
  readonly rule: FieldRule;
  readonly is: (value: unknown) => boolean;
}

const TOKENS: Field = {
  rule: { kind: 'whole', least: 0, most: MAX_OUTPUT_TOKENS },
  is: isOutputTokens,
};
const FLAG: Field = { rule: { kind: 'flag' }, is: (value) => typeof value === 'boolean' };

/** Each assumption of a scenario with what it may be. */
export const SCENARIO_FIELDS: Readonly<Record<keyof FullScenario, Field>> = {
  outputTokens: TOKENS,
  treatTextAs: choice(TEXT_ROLES),
  reasoningTokens: TOKENS,
  cachedShare: { rule: { kind: 'share' }, is: isShare },
  cacheWrite: choice(CACHE_WRITES),
  batch: FLAG,
  serviceTier: choice(SERVICE_TIERS),
  regional: FLAG,
  callsPerDay: { rule: { kind: 'whole', least: 0, most: MAX_CALLS_PER_DAY }, is: isCallsPerDay },
  messages: { rule: { kind: 'whole', least: 0, most: MAX_MESSAGES }, is: isMessages },
  conversationTurns: {
    rule: { kind: 'whole', least: 1, most: MAX_CONVERSATION_TURNS },
    is: isConversationTurns,
  },
  turnInputTokens: TOKENS,
  cacheHistory: FLAG,
};

export const SCENARIO_FIELD_NAMES = Object.keys(SCENARIO_FIELDS) as (keyof FullScenario)[];

function choice(choices: readonly string[]): Field {
  return {
    rule: { kind: 'choice', choices },
    is: (value) => choices.some((each) => each === value),
  };
}

export interface FieldProblem {
  readonly name: keyof FullScenario;
  readonly rule: FieldRule;
  readonly value: unknown;
}

/** A scenario out of unknown values, one for each field, or what is wrong with each that is wrong. */
export function parseScenario(
  read: (name: keyof FullScenario) => unknown,
):
  | { readonly ok: true; readonly scenario: FullScenario }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] } {
  const values = SCENARIO_FIELD_NAMES.map((name) => ({ name, value: read(name) }));
  const problems = values
    .filter(({ name, value }) => !SCENARIO_FIELDS[name].is(value))
    .map(({ name, value }) => ({ name, value, rule: SCENARIO_FIELDS[name].rule }));
  if (problems.length > 0) return { ok: false, problems };
  const entries = values.map(({ name, value }) => [name, value] as const);
  return { ok: true, scenario: Object.fromEntries(entries) as unknown as FullScenario };
}

/** A scenario out of unknown values, with the default for each field that is wrong. */
export function repairScenario(read: (name: keyof FullScenario) => unknown): FullScenario {
  const defaults = completeScenario(DEFAULT_SCENARIO);
  const entries = SCENARIO_FIELD_NAMES.map((name) => {
    const value = read(name);
    return [name, SCENARIO_FIELDS[name].is(value) ? value : defaults[name]] as const;
  });
  return Object.fromEntries(entries) as unknown as FullScenario;
}
