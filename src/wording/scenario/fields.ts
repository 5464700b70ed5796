import type { FieldName, FieldsWith } from '../../core/scenario/fields';
import type { FullScenario } from '../../core/scenario/scenario';
import type { Words } from '../words';

interface FieldWords {
  /** The label of the control, and the title of the step in Set Scenario. */
  readonly label: string;
  /** A short description; in English also in the terminal's help, the agent tool and the docs. */
  readonly meaning: string;
}

export function fieldWords({ l10n }: Words): Readonly<Record<FieldName, FieldWords>> {
  return {
    treatTextAs: {
      label: l10n.t('The text is'),
      meaning: l10n.t('Whether the text is sent to the model or written by it'),
    },
    outputTokens: {
      label: l10n.t('Output tokens'),
      meaning: l10n.t('Tokens that the model is expected to write in one call'),
    },
    reasoningTokens: {
      label: l10n.t('Reasoning tokens'),
      meaning: l10n.t('Hidden reasoning tokens before each answer'),
    },
    cachedShare: {
      label: l10n.t('Cached share of the prompt'),
      meaning: l10n.t('Share of the prompt that is read from the cache'),
    },
    cacheWrite: {
      label: l10n.t('Cache write on the first call'),
      meaning: l10n.t('Whether the first call of a day writes that share to the cache'),
    },
    cacheHours: {
      label: l10n.t('Hours of an explicit cache'),
      meaning: l10n.t('Hours that an explicit cache is kept, where storage is billed'),
    },
    batch: {
      label: l10n.t('Batch'),
      meaning: l10n.t('Whether the calls are sent as a batch, which is cheaper at some vendors'),
    },
    serviceTier: {
      label: l10n.t('Service tier'),
      meaning: l10n.t('Service tier of the calls'),
    },
    regional: {
      label: l10n.t('Regional processing'),
      meaning: l10n.t('Whether the calls are processed in a region of your choice'),
    },
    callsPerDay: {
      label: l10n.t('Calls per day'),
      meaning: l10n.t('Calls, or conversations, per day'),
    },
    messages: {
      label: l10n.t('Messages in the prompt'),
      meaning: l10n.t('Chat messages in the prompt, for which some vendors bill extra tokens'),
    },
    conversationTurns: {
      label: l10n.t('Turns'),
      meaning: l10n.t('Turns of a conversation, each of which sends the history again'),
    },
    turnInputTokens: {
      label: l10n.t('Tokens you add each turn'),
      meaning: l10n.t(
        'Tokens that you add in each turn of a conversation, in addition to the text',
      ),
    },
    cacheHistory: {
      label: l10n.t('History is read from the cache'),
      meaning: l10n.t(
        'Whether each turn of a conversation reads the previous turns from the cache',
      ),
    },
  };
}

type ChoiceLabels = {
  readonly [Name in FieldsWith<{ readonly rule: { readonly kind: 'choice' } }>]: Readonly<
    Record<Extract<FullScenario[Name], string>, string>
  >;
};

export function choiceLabels({ l10n }: Words): ChoiceLabels {
  return {
    treatTextAs: {
      input: l10n.t('sent to the model'),
      output: l10n.t('written by the model'),
    },
    cacheWrite: {
      none: l10n.t('Already in the cache'),
      short: l10n.t('Short lifetime, such as 5 minutes'),
      long: l10n.t('Long lifetime, such as 1 hour'),
    },
    serviceTier: {
      standard: l10n.t('Standard'),
      flex: l10n.t('Flex'),
      fast: l10n.t('Fast (priority)'),
      ultrafast: l10n.t('Ultrafast'),
    },
  };
}
