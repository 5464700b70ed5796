import { SERVICE_TIERS, STANDARD_TERMS } from '../pricing/rates/factors';
import { CACHE_WRITES } from '../pricing/rates/promptSplit';
import { choice, FLAG, SHARE, whole, type FieldRule, type WholeRule } from './rules';
import { CALL_STOPS, MESSAGE_STOPS, TOKEN_STOPS, TURN_STOPS } from './stops';

/** Headings of the report's page, in their order there. */
export const FIELD_GROUPS = ['answer', 'volume', 'cache', 'conversation', 'terms'] as const;

export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** One assumption: its values, and how each surface asks for it. */
export type Field = FieldDetails &
  (
    | { readonly rule: WholeRule; readonly stops: readonly number[] }
    | { readonly rule: Exclude<FieldRule, WholeRule> }
  );

interface FieldDetails {
  /** The value until somebody changes it: the manifest's default, and what an absent field means. */
  readonly standard: number | boolean | string;
  /** The option of the terminal program, without its dashes. */
  readonly flag: string;
  readonly group: FieldGroup;
  /** The setting below `apiSpend`; absent: `scenario.` and the field's name. */
  readonly setting?: string;
  /** Set Scenario has a step for it. */
  readonly isAsked?: true;
  /** A preset leaves it as the user has it. */
  readonly isKeptByPresets?: true;
}

/** More output than any model writes: a larger number is a slip of the keyboard. */
const TOKENS = whole(0, 10_000_000);

/**
 * Every assumption about a call, in the order of the settings, the terminal's help and the dialog.
 *
 * Parsing, presets, flags, the dialog, the page's controls and the agent tool follow from this table. A new
 * entry needs its sentences in `src/wording/scenario/fields.ts`, and the lines of the manifest and the docs that
 * `test/unit/scenarioSurfaces.test.ts` then asks for.
 */
export const SCENARIO_FIELDS = {
  /** The text is what the model is sent, or the answer that it writes. */
  treatTextAs: {
    rule: choice(['input', 'output']),
    standard: 'input',
    flag: 'treat-text-as',
    group: 'answer',
    // It says what the text is, so people look for it beside the settings of the text.
    setting: 'treatTextAs',
    isKeptByPresets: true,
  },
  /** Tokens that the model is expected to write for each answer, unless the text is the answer itself. */
  outputTokens: {
    rule: TOKENS,
    standard: 500,
    flag: 'output-tokens',
    group: 'answer',
    stops: TOKEN_STOPS,
    isAsked: true,
  },
  /** Hidden tokens that the model thinks before each answer. */
  reasoningTokens: {
    rule: TOKENS,
    standard: 0,
    flag: 'reasoning-tokens',
    group: 'answer',
    stops: TOKEN_STOPS,
    isAsked: true,
  },
  /** Share of the prompt that the vendor reads from its cache. */
  cachedShare: { rule: SHARE, standard: 0, flag: 'cached-share', group: 'cache', isAsked: true },
  /** The first call writes that share to the cache for a short or a long life, and later calls read it. */
  cacheWrite: {
    rule: choice(CACHE_WRITES),
    standard: 'none',
    flag: 'cache-write',
    group: 'cache',
  },
  batch: {
    rule: FLAG,
    standard: STANDARD_TERMS.batch,
    flag: 'batch',
    group: 'terms',
    isAsked: true,
  },
  serviceTier: {
    rule: choice(SERVICE_TIERS),
    standard: STANDARD_TERMS.serviceTier,
    flag: 'service-tier',
    group: 'terms',
  },
  /** Processed in a region of the customer's choice. */
  regional: {
    rule: FLAG,
    standard: STANDARD_TERMS.regional,
    flag: 'regional',
    group: 'terms',
    isKeptByPresets: true,
  },
  callsPerDay: {
    rule: whole(0, 1_000_000_000),
    standard: 1,
    flag: 'calls-per-day',
    group: 'volume',
    stops: CALL_STOPS,
    isAsked: true,
  },
  /** Messages that the prompt is made of; counted only for vendors that document an overhead for each. */
  messages: {
    rule: whole(0, 10_000),
    standard: 0,
    flag: 'messages',
    group: 'conversation',
    stops: MESSAGE_STOPS,
    isAsked: true,
  },
  /** Calls of a conversation that sends its history again each time; 1 is a single call. Each turn is priced. */
  conversationTurns: {
    rule: whole(1, 1000),
    standard: 1,
    flag: 'turns',
    group: 'conversation',
    stops: TURN_STOPS,
  },
  /** Tokens that the user adds in each turn of a conversation, beside the text. */
  turnInputTokens: {
    rule: TOKENS,
    standard: 0,
    flag: 'turn-tokens',
    group: 'conversation',
    stops: TOKEN_STOPS,
  },
  /** Each turn of a conversation reads the prompt of the turn before from the cache. */
  cacheHistory: { rule: FLAG, standard: false, flag: 'cache-history', group: 'conversation' },
} as const satisfies Readonly<Record<string, Field>>;

type Fields = typeof SCENARIO_FIELDS;

export type FieldName = keyof Fields;

/** Names of the fields with a property, such as `{ isAsked: true }`. */
export type FieldsWith<Property> = {
  [Name in FieldName]: Fields[Name] extends Property ? Name : never;
}[FieldName];

export const FIELD_NAMES = Object.keys(SCENARIO_FIELDS) as FieldName[];

/** The setting that holds an assumption, below `apiSpend`. */
export function scenarioSetting(name: FieldName): string {
  const { setting }: FieldDetails = SCENARIO_FIELDS[name];
  return setting ?? `scenario.${name}`;
}

export function isAskedField(name: FieldName): name is FieldsWith<{ isAsked: true }> {
  const { isAsked }: FieldDetails = SCENARIO_FIELDS[name];
  return isAsked === true;
}

export function isKeptByPresets(name: FieldName): name is FieldsWith<{ isKeptByPresets: true }> {
  const { isKeptByPresets: isKept }: FieldDetails = SCENARIO_FIELDS[name];
  return isKept === true;
}
