import type { FirstModels } from '../estimate/ranking';
import type { Currency } from '../figures/currency';
import type { ExportReport } from './report';

export interface MarkdownReport extends ExportReport, FirstModels {
  /** The model that others are compared with, and whose costs the table of files has. Unknown id: the cheapest. */
  readonly baselineId: string;
  /** Undefined: amounts are in US dollars. */
  readonly currency?: Currency | undefined;
}
