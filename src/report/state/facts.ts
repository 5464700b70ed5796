import type { Currency } from '../../core/figures/currency';
import type { Model } from '../../core/pricing/table/priceTable';
import type { Scenario } from '../../core/scenario/scenario';
import type { Fact } from '../../protocol/messages';
import type { ReportSubject } from '../../protocol/subject';
import { modelsFromJson } from '../../protocol/models';
import { translatorOf, type Translator, type Words } from '../../wording/words';
import { wordsIn } from '../words';

/** The price table as far as the page has it. */
export interface KnownTable {
  /** The current selection, or all models. */
  readonly models: readonly Model[];
  /** Number of models in the whole table. */
  readonly total: number;
  /** All providers of the table. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** How many sell the same weights, by the weights' name; without those that only one sells. */
  readonly hosts: Readonly<Record<string, number>>;
}

export function isWhole({ models, total }: KnownTable): boolean {
  return models.length === total;
}

/** The settings that the page uses. */
export interface PageSettings {
  readonly scenario: Scenario;
  readonly modelId: string;
  /** How the name of that model was read; absent for an id or alias. */
  readonly modelReading?: string | undefined;
  /** The model that others are compared with; empty: `modelId`. */
  readonly baselineId: string;
  /** Models that are listed first. */
  readonly pinnedIds: readonly string[];
  /** Models that the user has worked with. */
  readonly usedIds: readonly string[];
  /** Days after which a price is marked as old. */
  readonly staleAfterDays: number;
  /** A sentence for each setting or file of settings that is not used. */
  readonly warnings: readonly string[];
  /** US dollars; 0: no budget. */
  readonly budgets: { readonly perCall: number; readonly perMonth: number };
  /** Null: amounts are shown in US dollars. */
  readonly currency: Currency | null;
}

/** The editor's last message on the text or files that the report follows. */
export type Current =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'counted'; readonly subject: ReportSubject }
  /** Why it is not counted, or not yet. `before`: the last counts. */
  | {
      readonly kind: 'uncounted';
      readonly note: string;
      readonly before: ReportSubject | undefined;
    }
  /** There is nothing to count. `hint`: what to do. */
  | { readonly kind: 'absent'; readonly hint: string };

/** Everything that the editor has sent. */
export interface Facts {
  /** Version of API Spend. */
  readonly version: string;
  /** Language tag of the editor. */
  readonly locale: string;
  /** Undefined: the sentences are English. */
  readonly translator: Translator | undefined;
  /** In the editor's language and the currency of the settings. */
  readonly words: Words;
  readonly table: KnownTable | undefined;
  readonly settings: PageSettings | undefined;
  readonly current: Current;
}

export const NO_FACTS: Facts = {
  version: '',
  locale: 'en',
  translator: undefined,
  words: wordsIn(undefined, 'en', undefined),
  table: undefined,
  settings: undefined,
  current: { kind: 'unknown' },
};

/** @throws {SyntaxError | v.ValiError} if the models of the price table are not valid. */
export function factsAfter(facts: Facts, message: Fact): Facts {
  switch (message.type) {
    case 'setup': {
      const { version, locale, translations } = message;
      const translator = translations ? translatorOf(translations) : undefined;
      return withWords({ ...facts, version, locale, translator });
    }
    case 'prices': {
      const { type: _type, models, ...table } = message;
      return { ...facts, table: { ...table, models: modelsFromJson(models) } };
    }
    case 'settings': {
      const { type: _type, ...settings } = message;
      return withWords({ ...facts, settings });
    }
    case 'subject':
      return { ...facts, current: { kind: 'counted', subject: message.subject } };
    case 'note': {
      const before = currentSubject(facts.current);
      return { ...facts, current: { kind: 'uncounted', note: message.text, before } };
    }
    case 'hint':
      return { ...facts, current: { kind: 'absent', hint: message.text } };
    case 'toTop':
      return facts;
  }
}

/** The last counts of what the report follows. */
export function currentSubject(current: Current): ReportSubject | undefined {
  switch (current.kind) {
    case 'counted':
      return current.subject;
    case 'uncounted':
      return current.before;
    case 'unknown':
    case 'absent':
      return undefined;
  }
}

function withWords(facts: Facts): Facts {
  const { translator, locale, settings } = facts;
  return { ...facts, words: wordsIn(translator, locale, settings?.currency ?? undefined) };
}
