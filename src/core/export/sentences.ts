import type { NoPriceReason } from '../estimate/estimate';
import type { PartName } from '../charts/partNames';
import type { Model } from '../pricing/table/priceTable';
import type { Scenario } from '../scenario/scenario';
import type { TokenCount } from '../tokens/tokenCount';
import type { CheckedDays } from './report';

export type ExportColumn =
  'model' | 'tokens' | 'cost' | 'range' | 'month' | 'context' | 'checked' | 'note' | 'file';

/** What stands beside a model's figures. */
export type ExportNote = 'misfit' | 'retired' | 'ownPrice' | 'oldPrice' | 'nearExact' | 'pinned';

/** The sentences of exports, handed in by the wording room: the core has none of its own. */
export interface ExportSentences {
  /** "Cost of notes.md". */
  readonly title: (subject: string) => string;
  /** "one call for each of 12 files". */
  readonly callsOnFiles: (files: number, isConversation: boolean) => string;
  readonly assumptions: (scenario: Scenario) => readonly string[];
  /** How a model's tokens are counted, and the evidence for it. */
  readonly counting: (model: Model) => string;
  /** "≈1,234 (1,180 to 1,290)". */
  readonly count: (count: TokenCount) => string;
  readonly noPrice: string;
  readonly reason: (reason: NoPriceReason) => string;
  readonly part: (part: PartName) => string;
  readonly column: (column: ExportColumn) => string;
  readonly note: (note: ExportNote) => string;
  /** Above the costs of files: the model that prices them. */
  readonly costWith: (model: string) => string;
  readonly allFiles: (files: number) => string;
  readonly smallerFiles: (files: number) => string;
  readonly countingHeading: string;
  /** What "≈" and the range mean in a table or a chart. */
  readonly estimates: (form: 'table' | 'chart') => string;
  readonly logarithmic: string;
  readonly daysPerMonth: string;
  readonly checkedDays: (days: CheckedDays) => string;
  readonly pricedFor: (time: string) => string;
}
