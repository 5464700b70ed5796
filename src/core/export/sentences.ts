import type { Estimate } from '../estimate/estimate';
import type { Currency } from '../figures/currency';
import type { PartName } from '../charts/partNames';
import type { Model, Period } from '../pricing/table/priceTable';
import type { Scenario } from '../scenario/scenario';
import type { TokenCount } from '../tokens/tokenCount';
import type { OwnAnswers } from '../estimate/own/calls';
import type { ExportedLine, ExportedTemplate, PriceDays } from './report';

export type ExportColumn =
  | 'model'
  | 'tokens'
  | 'input'
  | 'output'
  | 'cost'
  | 'range'
  | 'day'
  | 'month'
  | 'context'
  | 'source'
  | 'note'
  | 'file'
  | 'request';

/** Format of the notes of a row. */
export interface ExportNoteOptions {
  /** Undefined: amounts are in US dollars. */
  readonly currency: Currency | undefined;
  /** Escapes an untrusted name for the format of the export. */
  readonly safe: (name: string) => string;
  /** Undefined: the default. */
  readonly staleAfterDays: number | undefined;
  /** Whether they say when caching pays, also if no cache is assumed. */
  readonly asksCaching?: boolean | undefined;
}

/** The sentences of exports; `src/wording` provides them. */
export interface ExportSentences {
  /** "Cost of notes.md". */
  readonly title: (subject: string) => string;
  /** "notes.md (no text)", of an empty subject. */
  readonly withoutText: (subject: string) => string;
  /** "one call for each of 12 files". */
  readonly callsOnFiles: (files: number, isConversation: boolean) => string;
  /** "1,000 requests in batch.jsonl". */
  readonly requestsIn: (requests: number, name: string) => string;
  /** @param answers how many of the texts name their longest answer; 'zero': none of them has one. */
  readonly assumptions: (scenario: Scenario, answers: OwnAnswers) => readonly string[];
  /** How a model's tokens are counted, and the evidence for it. */
  readonly counting: (model: Model) => string;
  /** "≈1,234 (1,180 to 1,290)". */
  readonly count: (count: TokenCount) => string;
  readonly noPrice: string;
  readonly part: (part: PartName) => string;
  readonly column: (column: ExportColumn) => string;
  /** Limits that the call exceeds; the rules that apply to the price, or why there is none. */
  readonly notes: (estimate: Estimate, options: ExportNoteOptions) => readonly string[];
  /** "read at the vendor, checked on 2026-11-23"; "" for the user's own price. */
  readonly origin: (period: Pick<Period, 'source' | 'alsoIn'>) => string;
  /** Marks the user's model. */
  readonly inUse: string;
  readonly pinned: string;
  /** Heading above the costs of files, with the model that prices them. */
  readonly costWith: (model: string) => string;
  /** Heading above the tokens of files that are one call, with the model that counts them. */
  readonly tokensWith: (model: string) => string;
  /** "All 12 files as one call". */
  readonly oneCall: (files: number) => string;
  readonly allFiles: (files: number) => string;
  readonly smallerFiles: (files: number) => string;
  readonly allRequests: (requests: number) => string;
  readonly smallerRequests: (requests: number) => string;
  /** In the place of a model: each text is on its own. */
  readonly ownModels: (areRequests: boolean) => string;
  /** Above what is said of templates. */
  readonly templates: string;
  /** Sentences on the values of a template and its samples on one model; the estimate of a part of one call is undefined. */
  readonly template: (
    template: ExportedTemplate | undefined,
    estimate: Estimate | undefined,
    currency: Currency | undefined,
  ) => readonly string[];
  /** "1 request does not fit the model: batch.jsonl:2 (99.9% of the cost)". @param requests the most expensive first. */
  readonly misfits: (
    requests: readonly {
      readonly name: string;
      /** From 0 to 1; undefined: not known. */
      readonly shareOfCost: number | undefined;
    }[],
  ) => string;
  /** "2 lines are not in the price". */
  readonly badLines: (lines: number) => string;
  /** "is not JSON". */
  readonly whyBadLine: (reason: ExportedLine['reason']) => string;
  readonly countingHeading: string;
  /** The meaning of "≈" and of the range in a table or a chart. */
  readonly estimates: (form: 'table' | 'chart') => string;
  readonly logarithmic: string;
  /** In place of a chart without models. */
  readonly noneCharted: string;
  /** The mark of the user's model in a chart. */
  readonly yours: string;
  readonly daysPerMonth: string;
  /** "84 of 1,640 models". */
  readonly modelsShown: (shown: number, all: number) => string;
  readonly priceDays: (days: PriceDays) => readonly string[];
  /** ["1 USD = 0.93 EUR (2026-11-01)"]; empty for amounts in US dollars. */
  readonly conversion: (currency: Currency | undefined) => readonly string[];
  readonly pricedFor: (time: string) => string;
}
