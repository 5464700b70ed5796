import { modelsFromJson } from '../protocol/models';
import type { Currency } from '../core/figures/currency';
import type { Scenario } from '../core/scenario/scenario';
import type { Model } from '../core/pricing/table/priceTable';
import type { ReportSubject, ToPage } from '../protocol/messages';
import type { Words } from '../wording/words';
import { wordsIn } from './words';

/** What the settings say, as far as the page needs it. */
export interface PageSettings {
  readonly scenario: Scenario;
  readonly modelId: string;
  /** The model that others are compared with; empty: the user's own. */
  readonly baselineId: string;
  /** Models that are listed first. */
  readonly pinnedIds: readonly string[];
  /** Days after which a price is marked as old. */
  readonly staleAfterDays: number;
  /** Null: amounts are shown in US dollars. */
  readonly currency: Currency | null;
}

/** What the editor has said so far. */
export interface Facts {
  readonly version: string;
  /** Language tag of the editor. */
  readonly locale: string;
  /** The page's language, with amounts in the currency of the settings. */
  readonly words: Words;
  readonly models: readonly Model[];
  readonly settings: PageSettings | undefined;
  readonly subject: ReportSubject | undefined;
  /** Why there is nothing, or nothing new, to show. */
  readonly message: { readonly text: string; readonly isProblem: boolean } | undefined;
  readonly outcome: { readonly ok: boolean; readonly text: string } | undefined;
}

export const NO_FACTS: Facts = {
  version: '',
  locale: 'en',
  words: wordsIn('en', undefined),
  models: [],
  settings: undefined,
  subject: undefined,
  message: undefined,
  outcome: undefined,
};

/** The facts after a message. */
export function learn(facts: Facts, message: ToPage): Facts {
  switch (message.type) {
    case 'setup':
      return withWords({ ...facts, version: message.version, locale: message.locale });
    case 'prices':
      return { ...facts, models: modelsFromJson(message.models) };
    case 'settings': {
      const { type: _type, ...settings } = message;
      return withWords({ ...facts, settings });
    }
    case 'subject':
      return { ...facts, subject: message.subject, message: undefined };
    case 'message': {
      const { text, isProblem } = message;
      return { ...facts, message: { text, isProblem } };
    }
    case 'outcome':
      return { ...facts, outcome: { ok: message.ok, text: message.text } };
  }
}

function withWords(facts: Facts): Facts {
  return { ...facts, words: wordsIn(facts.locale, facts.settings?.currency ?? undefined) };
}
