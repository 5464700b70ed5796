import type { JSX } from 'preact';
import { fits } from '../../../core/estimate/contextFit';
import type { Estimate } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import { describeCost } from '../../../wording/cost';
import { showTokens } from '../../../wording/count';
import { onModelNamed } from '../../../wording/page/files';
import { showNumber } from '../../../wording/numbers';
import {
  allRequests,
  goToRequest,
  REQUEST_COLUMNS,
  requestColumn,
  requestsLabel,
  type RequestColumn,
} from '../../../wording/page/requests';
import { useWords } from '../../words';
import type { RequestChoice, RequestRow } from './rows';

interface Props {
  readonly rows: readonly RequestRow[];
  /** Of all requests together. */
  readonly sum: Estimate;
  readonly requests: number;
  readonly choice: RequestChoice;
  readonly change: (changes: Partial<RequestChoice>) => void;
  /** @param index of the request. */
  readonly open: (index: number) => void;
}

export function RequestTable({ rows, sum, requests, choice, change, open }: Props): JSX.Element {
  const words = useWords();
  return (
    <div class="table-scroll" role="group" aria-labelledby="requests-heading" tabIndex={0}>
      <table class="file-tree requests">
        <thead>
          <tr>
            {REQUEST_COLUMNS.map((column) => (
              <Heading key={column} column={column} choice={choice} change={change} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Request key={row.index} row={row} sum={sum} open={open} />
          ))}
        </tbody>
        <tfoot>
          <tr class="sum">
            <th scope="row">{allRequests(words, requests)}</th>
            <td class="number">{showTokens(words, sum.count)}</td>
            <td />
            <td class="number">{describeCost(words, sum)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Request({
  row,
  sum,
  open,
}: Pick<Props, 'open' | 'sum'> & { readonly row: RequestRow }): JSX.Element {
  const words = useWords();
  const { estimate, index } = row;
  const name = visibleText(row.name);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="link"
          title={goToRequest(words, name)}
          onClick={() => open(index)}
        >
          <bdi>{name}</bdi>
        </button>
        {sum.shares && (
          <span class="misfit"> {onModelNamed(words, visibleText(estimate.model.name))}</span>
        )}
        {!fits(estimate.fit) && <span class="misfit"> {requestsLabel(words, 'misfit')}</span>}
      </th>
      <td class="number">{showTokens(words, estimate.count)}</td>
      <td class="number">{showNumber(words, estimate.scenario.outputTokens)}</td>
      <td class="number">{describeCost(words, estimate)}</td>
    </tr>
  );
}

interface HeadingProps extends Pick<Props, 'choice' | 'change'> {
  readonly column: RequestColumn;
}

function Heading({ column, choice, change }: HeadingProps): JSX.Element {
  const words = useWords();
  const isSorted = choice.column === column;
  const { direction } = choice;
  return (
    <th
      scope="col"
      class={column === 'request' ? '' : 'number'}
      aria-sort={isSorted ? direction : undefined}
    >
      <button
        type="button"
        class="sort"
        data-column={column}
        onClick={() => change({ column, direction: nextDirection(column, choice) })}
      >
        {requestColumn(words, column)}
        <span class="arrow" aria-hidden="true">
          {isSorted ? (direction === 'ascending' ? '▲' : '▼') : ''}
        </span>
      </button>
    </th>
  );
}

/** The largest first, lines from the first; the other way round at the second click. */
function nextDirection(column: RequestColumn, choice: RequestChoice): RequestChoice['direction'] {
  if (choice.column !== column) return column === 'request' ? 'ascending' : 'descending';
  return choice.direction === 'ascending' ? 'descending' : 'ascending';
}
