import { visibleText } from '../../core/figures/visibleText';
import type { Estimate } from '../../core/estimate/estimate';
import { byCost, shareOfCost } from '../../core/estimate/own/byCost';
import { estimateEach } from '../../core/estimate/own/each';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { showCost } from '../../wording/cost';
import { describeCount } from '../../wording/count';
import { describeHiddenFiles, tableHeading } from '../../wording/documents/terminal';
import { columnLabel } from '../../wording/page/table';
import { withMean } from '../../wording/views/templates';
import { withRequests } from '../../wording/views/requestFiles';
import { showShare } from '../../wording/numbers';
import type { Words } from '../../wording/words';
import type { CountedFile } from '../files/counted';
import { renderColumns, type Column } from './columns';

interface FileRow {
  readonly path: string;
  /** Of a request; undefined: it has none. */
  readonly id: string | undefined;
  /** Undefined: the file is one text. */
  readonly requests: number | undefined;
  /** Of a template; undefined: the file is none. */
  readonly samples: number | undefined;
  readonly count: TokenCount;
  /** Undefined: all files are one call. */
  readonly estimate: Estimate | undefined;
}

interface FileTableOptions {
  readonly maxRows: number;
  readonly areRequests: boolean;
}

/**
 * The files of one model's row: the largest first, with their shares of the tokens, where tokens are all that makes them
 * differ; else, where models or answers are their own, the most expensive first, with their shares of the cost.
 */
export function renderFiles(
  words: Words,
  files: readonly CountedFile[],
  row: Estimate,
  { maxRows, areRequests }: FileTableOptions,
): string {
  const each = row.counts.length === files.length ? estimateEach(row) : [];
  const isByCost = each.length > 0 && (row.shares !== undefined || row.calls.length > 0);
  const rows = files
    .map(({ path, request, countFor, requests, template }, index): FileRow => {
      const estimate = each[index];
      return {
        path,
        id: request?.id,
        requests: requests?.requests,
        samples: template?.samples,
        count: estimate?.count ?? countFor(row.model),
        estimate,
      };
    })
    .toSorted((a, b) =>
      isByCost && a.estimate && b.estimate
        ? byCost(a.estimate, b.estimate)
        : b.count.tokens - a.count.tokens,
    );
  const heading = tableHeading(words, areRequests ? 'request' : 'file');
  const columns = columnsOf(words, heading, row, { isEach: each.length > 0, isByCost });
  const table = renderColumns(rows.slice(0, maxRows), columns);
  const hidden = rows.length - maxRows;
  return hidden > 0
    ? `${table}\n\n${describeHiddenFiles(words, hidden, areRequests)}\n`
    : `${table}\n`;
}

function columnsOf(
  words: Words,
  heading: string,
  sum: Estimate,
  { isEach, isByCost }: { readonly isEach: boolean; readonly isByCost: boolean },
): readonly Column<FileRow>[] {
  const { shares } = sum;
  return [
    { heading, isText: true, cell: (row) => nameOf(words, row) },
    {
      heading: 'custom_id',
      isText: true,
      isOptional: true,
      cell: ({ id = '' }) => visibleText(id),
    },
    ...(shares
      ? [
          {
            heading: columnLabel(words, 'model', false),
            isText: true,
            cell: ({ estimate }: FileRow) => visibleText(estimate?.model.id ?? ''),
          },
        ]
      : []),
    {
      heading: columnLabel(words, 'tokens', false),
      cell: ({ count }) => describeCount(words, count),
    },
    {
      heading: tableHeading(words, isByCost ? 'shareOfCost' : 'share'),
      cell: (row) => (isByCost ? costShare(words, row, sum) : tokenShare(words, row, sum)),
    },
    ...(isEach
      ? [
          {
            heading: tableHeading(words, 'total'),
            cell: (row: FileRow) => totalText(words, row),
          },
        ]
      : []),
  ];
}

/** "batch.jsonl (1,000 requests)". */
function nameOf(words: Words, { path, requests, samples }: FileRow): string {
  const name = withMean(words, visibleText(path), samples);
  return requests === undefined ? name : withRequests(words, name, requests);
}

function totalText(words: Words, { count, estimate }: FileRow): string {
  if (estimate?.price.kind !== 'priced') return '-';
  return showCost(words, count, estimate.price.expected.total);
}

function tokenShare(words: Words, { count }: FileRow, { count: { tokens } }: Estimate): string {
  return tokens === 0 ? '-' : showShare(words, count.tokens / tokens);
}

function costShare(words: Words, { estimate }: FileRow, sum: Estimate): string {
  const share = estimate && shareOfCost(estimate, sum);
  return share === undefined ? '-' : showShare(words, share);
}
