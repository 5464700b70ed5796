import { STANDARD_TERMS, type ServiceTier, type Terms } from '../pricing/rates/factors';
import type { CacheWrite } from '../pricing/rates/promptSplit';

/** What the priced text is in a call: sent to the model, or written by it. */
export const TEXT_ROLES = ['input', 'output'] as const;

export type TextRole = (typeof TEXT_ROLES)[number];

/** What the user assumes about one call. A field that is absent is off. */
export interface Scenario {
  /** Tokens that the model is expected to write for each answer, where the text is not the answer itself. */
  readonly outputTokens: number;
  /** Whether the text is what the model is sent, or the answer that it writes. */
  readonly treatTextAs?: TextRole;
  /** Hidden tokens that the model thinks before each answer. */
  readonly reasoningTokens?: number;
  /** Share of the prompt that the vendor reads from its cache, from 0 to 1. */
  readonly cachedShare?: number;
  /** Whether the first call writes that share to the cache, so that later ones read it, and for how long. */
  readonly cacheWrite?: CacheWrite;
  readonly batch?: boolean;
  readonly serviceTier?: ServiceTier;
  /** Processed in a region of the customer's choice. */
  readonly regional?: boolean;
  readonly callsPerDay?: number;
  /** Messages that the prompt is made of; counted only where the vendor documents their overhead. */
  readonly messages?: number;
  /** Calls of a conversation that sends its history again each time; 1 is a single call. */
  readonly conversationTurns?: number;
  /** Tokens that the user adds in each turn of a conversation, beside the text. */
  readonly turnInputTokens?: number;
  /** Whether each turn of a conversation reads the prompt of the turn before from the cache. */
  readonly cacheHistory?: boolean;
}

/** A scenario with every assumption spelt out. */
export type FullScenario = Required<Scenario>;

/** The scenario before anybody changes it; the manifest's defaults are tested to be the same. */
export const DEFAULT_SCENARIO: Scenario = { outputTokens: 500 };

/** Every assumption of a scenario; what it leaves out is off. */
export function completeScenario(scenario: Scenario): FullScenario {
  return {
    treatTextAs: 'input',
    reasoningTokens: 0,
    cachedShare: 0,
    cacheWrite: 'none',
    ...STANDARD_TERMS,
    callsPerDay: 1,
    messages: 0,
    conversationTurns: 1,
    turnInputTokens: 0,
    cacheHistory: false,
    ...scenario,
  };
}

/** How the calls of a scenario are made, as far as it changes the price. */
export function termsOf({ batch, serviceTier, regional }: FullScenario): Terms {
  return { batch, serviceTier, regional };
}

/** More output than any model writes: an assumption above it is a slip of the keyboard. */
export const MAX_OUTPUT_TOKENS = 10_000_000;

/** Longest conversation that is priced turn by turn. */
export const MAX_CONVERSATION_TURNS = 1000;

export const MAX_MESSAGES = 10_000;

export const MAX_CALLS_PER_DAY = 1_000_000_000;

/** Whether a value can be a number of output tokens: a whole number from 0 to ten million. */
export function isOutputTokens(value: unknown): value is number {
  return isWholeNumber(value, 0, MAX_OUTPUT_TOKENS);
}

/** Whether a value can be the turns of a conversation: a whole number from 1 to a thousand. */
export function isConversationTurns(value: unknown): value is number {
  return isWholeNumber(value, 1, MAX_CONVERSATION_TURNS);
}

/** Whether a value can be the messages of a prompt: a whole number from 0 to ten thousand. */
export function isMessages(value: unknown): value is number {
  return isWholeNumber(value, 0, MAX_MESSAGES);
}

/** Whether a value can be calls a day: a whole number from 0 to a thousand million. */
export function isCallsPerDay(value: unknown): value is number {
  return isWholeNumber(value, 0, MAX_CALLS_PER_DAY);
}

/** Whether a value can be a share: a number from 0 to 1. */
export function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function isWholeNumber(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
