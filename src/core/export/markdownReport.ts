import type { Estimate } from '../estimate/estimate';
import type { FirstModels } from '../estimate/ranking';
import type { Currency } from '../figures/currency';
import type { ExportReport } from './report';

export interface MarkdownReport extends ExportReport, FirstModels {
  /** The model that others are compared with, and whose costs the table of files has. Unknown id: the cheapest. */
  readonly baselineId: string;
  /** Files of which some are priced on models of their own: the table of files has these costs. */
  readonly eachOnOwn?: Estimate | undefined;
  /** Undefined: amounts are in US dollars. */
  readonly currency?: Currency | undefined;
}
