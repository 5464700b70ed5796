import { formatMoney, formatShare } from '../../core/figures/formats';
import type { Currency } from '../../core/figures/currency';
import { visibleText } from '../../core/figures/visibleText';
import type { Estimate } from '../../core/estimate/estimate';
import { estimateEach } from '../../core/estimate/own/each';
import { estimateMark, type TokenCount } from '../../core/tokens/tokenCount';
import { describeCount } from '../../wording/count';
import { describeHiddenFiles, TABLE_HEADINGS } from '../../wording/documents/terminal';
import { columnLabel } from '../../wording/page/table';
import { withMean } from '../../wording/views/templates';
import { withRequests } from '../../wording/views/requestFiles';
import { ENGLISH } from '../../wording/words';
import type { CountedFile } from '../files/counted';
import { renderColumns, type Column } from './columns';

interface FileRow {
  readonly path: string;
  /** Undefined: the file is one text. */
  readonly requests: number | undefined;
  /** Of a template; undefined: the file is none. */
  readonly samples: number | undefined;
  readonly count: TokenCount;
  /** Undefined: all files are one call. */
  readonly estimate: Estimate | undefined;
}

interface FileTableOptions {
  readonly currency: Currency | undefined;
  readonly maxRows: number;
  readonly areRequests: boolean;
}

/** The files of one model's row, the largest first. */
export function renderFiles(
  files: readonly CountedFile[],
  row: Estimate,
  { currency, maxRows, areRequests }: FileTableOptions,
): string {
  const each = row.counts.length === files.length ? estimateEach(row) : [];
  const rows = files
    .map(({ path, countFor, requests, template }, index): FileRow => {
      const estimate = each[index];
      return {
        path,
        requests: requests?.requests,
        samples: template?.samples,
        count: estimate?.count ?? countFor(row.model),
        estimate,
      };
    })
    .toSorted((a, b) => b.count.tokens - a.count.tokens);
  const heading = areRequests ? TABLE_HEADINGS.request : TABLE_HEADINGS.file;
  const columns = columnsOf(heading, row, each.length > 0, currency);
  const table = renderColumns(rows.slice(0, maxRows), columns);
  const hidden = rows.length - maxRows;
  return hidden > 0 ? `${table}\n\n${describeHiddenFiles(hidden, areRequests)}\n` : `${table}\n`;
}

function columnsOf(
  heading: string,
  { count: sum, shares }: Estimate,
  isEach: boolean,
  currency: Currency | undefined,
): readonly Column<FileRow>[] {
  return [
    { heading, isText: true, cell: nameOf },
    ...(shares
      ? [
          {
            heading: columnLabel(ENGLISH, 'model', false),
            isText: true,
            cell: ({ estimate }: FileRow) => visibleText(estimate?.model.id ?? ''),
          },
        ]
      : []),
    {
      heading: columnLabel(ENGLISH, 'tokens', false),
      cell: ({ count }) => describeCount(ENGLISH, count),
    },
    {
      heading: TABLE_HEADINGS.share,
      cell: ({ count }) => (sum.tokens === 0 ? '-' : formatShare(count.tokens / sum.tokens)),
    },
    ...(isEach
      ? [{ heading: TABLE_HEADINGS.total, cell: (row: FileRow) => totalText(row, currency) }]
      : []),
  ];
}

/** "batch.jsonl (1,000 requests)". */
function nameOf({ path, requests, samples }: FileRow): string {
  const name = withMean(ENGLISH, visibleText(path), samples);
  return requests === undefined ? name : withRequests(ENGLISH, name, requests);
}

function totalText({ count, estimate }: FileRow, currency: Currency | undefined): string {
  if (estimate?.price.kind !== 'priced') return '-';
  return estimateMark(count) + formatMoney(estimate.price.expected.total, currency);
}
