import type { Currency } from '../figures/currency';
import type { ExportReport } from './report';

export interface MarkdownReport extends ExportReport {
  /** The model that others are compared with, and whose costs the table of files has. Unknown id: the cheapest. */
  readonly baselineId: string;
  /** Undefined: amounts are in US dollars. */
  readonly currency?: Currency | undefined;
  /** Models that come first, in this order. */
  readonly pinnedIds?: readonly string[] | undefined;
}
