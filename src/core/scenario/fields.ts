import { SERVICE_TIERS, STANDARD_TERMS } from '../pricing/rates/factors';
import { CACHE_WRITES } from '../pricing/rates/promptSplit';
import { choice, FLAG, SHARE, whole, type FieldRule, type WholeRule } from './rules';
import { CALL_STOPS, HOUR_STOPS, MESSAGE_STOPS, TOKEN_STOPS, TURN_STOPS } from './stops';

/** Headings of the report's page, in their order there. */
export const FIELD_GROUPS = ['answer', 'volume', 'cache', 'conversation', 'terms'] as const;

export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** One assumption: the values it allows, and how each surface asks for it. */
export type Field = FieldDetails &
  (
    | { readonly rule: WholeRule; readonly stops: readonly number[] }
    | { readonly rule: Exclude<FieldRule, WholeRule> }
  );

interface FieldDetails {
  /** The default: of the setting, and of an absent field. */
  readonly standard: number | boolean | string;
  /** The option of the terminal program, without dashes. */
  readonly flag: string;
  readonly group: FieldGroup;
  /** The setting below `apiSpend`; absent: `scenario.` and the field's name. */
  readonly setting?: string;
  /** The setting that `setting` replaced, in the form of the field itself. It is still read; nothing writes it. */
  readonly formerSetting?: string;
  /** Presets do not change it. */
  readonly isKeptByPresets?: true;
}

/** The maximum is more than any model writes; it catches typing errors. */
const TOKENS = whole(0, 10_000_000);

/**
 * All assumptions about a call, in the order of the settings, the terminal's help and the dialog.
 *
 * Parsing, presets, flags, the dialog, the page's controls and the agent tool are derived from this table. A new entry
 * needs its sentences in `src/wording/scenario/fields.ts`, and the lines in the manifest and the docs that
 * `test/unit/scenarioSurfaces.test.ts` prints.
 */
export const SCENARIO_FIELDS = {
  /** The text is sent to the model, or it is the answer that the model writes. */
  treatTextAs: {
    rule: choice(['input', 'output']),
    standard: 'input',
    flag: 'treat-text-as',
    group: 'answer',
    // Not below `scenario`: it is about the text.
    setting: 'treatTextAs',
    isKeptByPresets: true,
  },
  /** Expected tokens of each answer; not used if the text is the answer. */
  outputTokens: {
    rule: TOKENS,
    standard: 500,
    flag: 'output-tokens',
    group: 'answer',
    stops: TOKEN_STOPS,
  },
  /** Hidden reasoning tokens before each answer. */
  reasoningTokens: {
    rule: TOKENS,
    standard: 0,
    flag: 'reasoning-tokens',
    group: 'answer',
    stops: TOKEN_STOPS,
  },
  /** Share of the prompt that the vendor reads from its cache. */
  cachedShare: {
    rule: SHARE,
    standard: 0,
    flag: 'cached-share',
    group: 'cache',
    setting: 'scenario.cachedPercent',
    formerSetting: 'scenario.cachedShare',
  },
  /** The first call writes that share to the cache, with a short or a long lifetime; later calls read it. */
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
  },
  serviceTier: {
    rule: choice(SERVICE_TIERS, { priority: 'fast' }),
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
  },
  /** Messages of the prompt; they add tokens only at vendors that document an overhead. */
  messages: {
    rule: whole(0, 10_000),
    standard: 0,
    flag: 'messages',
    group: 'conversation',
    stops: MESSAGE_STOPS,
  },
  /** Calls of a conversation; each sends the history again. 1 is a single call. */
  conversationTurns: {
    rule: whole(1, 1000),
    standard: 1,
    flag: 'turns',
    group: 'conversation',
    stops: TURN_STOPS,
  },
  /** Tokens that the user adds in each turn of a conversation, in addition to the text. */
  turnInputTokens: {
    rule: TOKENS,
    standard: 0,
    flag: 'turn-tokens',
    group: 'conversation',
    stops: TOKEN_STOPS,
  },
  /** Each turn of a conversation reads the previous turn's prompt from the cache. */
  cacheHistory: { rule: FLAG, standard: false, flag: 'cache-history', group: 'conversation' },
  /** Hours for which an explicit cache is kept and billed, where a vendor bills storage: for when it pays. */
  cacheHours: {
    rule: whole(1, 8760),
    standard: 1,
    flag: 'cache-hours',
    group: 'cache',
    stops: HOUR_STOPS,
  },
} as const satisfies Readonly<Record<string, Field>>;

type Fields = typeof SCENARIO_FIELDS;

export type FieldName = keyof Fields;

/** Names of the fields with a property, such as `{ isKeptByPresets: true }`. */
export type FieldsWith<Property> = {
  [Name in FieldName]: Fields[Name] extends Property ? Name : never;
}[FieldName];

export const FIELD_NAMES = Object.keys(SCENARIO_FIELDS) as FieldName[];

/** The setting of an assumption, below `apiSpend`. */
export function scenarioSetting(name: FieldName): string {
  const { setting }: FieldDetails = SCENARIO_FIELDS[name];
  return setting ?? `scenario.${name}`;
}

/** The setting, below `apiSpend`, that the setting of an assumption replaced, if any. */
export function formerSetting(name: FieldName): string | undefined {
  const { formerSetting: former }: FieldDetails = SCENARIO_FIELDS[name];
  return former;
}

export function isKeptByPresets(name: FieldName): name is FieldsWith<{ isKeptByPresets: true }> {
  const { isKeptByPresets: isKept }: FieldDetails = SCENARIO_FIELDS[name];
  return isKept === true;
}
