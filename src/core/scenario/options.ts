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
  TEXT_ROLES,
  type FullScenario,
  type Scenario,
} from './scenario';

/** Names of the options that a terminal takes for a scenario, and whether each has a value. */
export const SCENARIO_OPTIONS = {
  'output-tokens': { type: 'string' },
  'treat-text-as': { type: 'string' },
  'reasoning-tokens': { type: 'string' },
  'cached-share': { type: 'string' },
  'cache-write': { type: 'string' },
  batch: { type: 'boolean' },
  'service-tier': { type: 'string' },
  regional: { type: 'boolean' },
  'calls-per-day': { type: 'string' },
  messages: { type: 'string' },
  turns: { type: 'string' },
  'turn-tokens': { type: 'string' },
  'cache-history': { type: 'boolean' },
} as const;

type OptionName = keyof typeof SCENARIO_OPTIONS;

export type OptionValues = { readonly [Name in OptionName]?: string | boolean | undefined };

export type ScenarioResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problem: string };

const WHOLE = 'is not a whole number from 0 on';

/** The scenario of a terminal's options, or what is wrong with the first that is wrong. */
export function parseScenarioOptions(values: OptionValues): ScenarioResult {
  const problems: string[] = [];
  const read = <T>(
    name: OptionName,
    is: (value: unknown) => value is T,
    wrong: string,
  ): T | undefined => {
    const value = values[name];
    if (value === undefined) return undefined;
    const parsed = typeof value === 'string' ? parseValue(value) : value;
    if (is(parsed)) return parsed;
    problems.push(`--${name} ${wrong}: ${value}`);
    return undefined;
  };
  const scenario = withoutUndefined({
    outputTokens: read('output-tokens', isOutputTokens, WHOLE) ?? DEFAULT_SCENARIO.outputTokens,
    treatTextAs: read(
      'treat-text-as',
      isOneOf(TEXT_ROLES),
      `is not one of ${TEXT_ROLES.join(', ')}`,
    ),
    reasoningTokens: read('reasoning-tokens', isOutputTokens, WHOLE),
    cachedShare: read('cached-share', isShare, 'is not a share from 0 to 1'),
    cacheWrite: read(
      'cache-write',
      isOneOf(CACHE_WRITES),
      `is not one of ${CACHE_WRITES.join(', ')}`,
    ),
    batch: read('batch', isFlag, 'is a flag'),
    serviceTier: read(
      'service-tier',
      isOneOf(SERVICE_TIERS),
      `is not one of ${SERVICE_TIERS.join(', ')}`,
    ),
    regional: read('regional', isFlag, 'is a flag'),
    callsPerDay: read('calls-per-day', isCallsPerDay, WHOLE),
    messages: read('messages', isMessages, 'is not a whole number from 0 to 10000'),
    conversationTurns: read('turns', isConversationTurns, 'is not a whole number from 1 to 1000'),
    turnInputTokens: read('turn-tokens', isOutputTokens, WHOLE),
    cacheHistory: read('cache-history', isFlag, 'is a flag'),
  });
  if (problems.length === 0 && !writesSomething(completeScenario(scenario))) {
    problems.push(
      '--cache-write writes nothing without --cached-share, or --turns with --cache-history',
    );
  }
  const [problem] = problems;
  return problem === undefined ? { ok: true, scenario } : { ok: false, problem };
}

/** Whether what is written to the cache, if anything is to be, is more than nothing. */
function writesSomething(scenario: FullScenario): boolean {
  const { cacheWrite, cachedShare, cacheHistory, conversationTurns } = scenario;
  return cacheWrite === 'none' || cachedShare > 0 || (cacheHistory && conversationTurns > 1);
}

/** A plain decimal number, or the text itself: "1e3", "0x10" and "" are no numbers that a person means. */
function parseValue(text: string): string | number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isOneOf<const T extends string>(choices: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => choices.some((choice) => choice === value);
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function withoutUndefined<T extends object>(object: T): Defined<T> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
