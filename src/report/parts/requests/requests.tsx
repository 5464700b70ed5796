import type { JSX } from 'preact';
import { distributionOf, misfits } from '../../../core/estimate/counts/distribution';
import type { Estimate } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import { nameOfModels } from '../../../wording/models/names';
import { moreEntries } from '../../../wording/page/files';
import { onlyMisfits, requestsHeading, requestsLabel } from '../../../wording/page/requests';
import { distributionNote } from '../../../wording/requests/notes';
import { asSentence } from '../../../wording/words';
import type { Actions } from '../../actions';
import type { View } from '../../figures/view';
import type { PageState } from '../../state/pageState';
import { useWords } from '../../words';
import { requestRows, shownRequests, type RequestChoice } from './rows';
import { RequestTable } from './table';

/** Rows of the table; one line has the number of the others. */
const MOST_ROWS = 200;

interface Props {
  readonly view: View;
  readonly state: PageState;
  readonly actions: Actions;
}

/** The requests of a file, on the user's model or on the cheapest that fits. */
export function RequestsView(props: Props): JSX.Element | null {
  const { headline, subject } = props.view;
  const row = headline.current ?? headline.cheapest;
  if (subject.kind !== 'requests' || subject.files.length < 2 || !row) return null;
  return <Requests {...props} row={row} />;
}

function Requests({ row, view, state, actions }: Props & { readonly row: Estimate }): JSX.Element {
  const words = useWords();
  const choice = state.requests;
  const change = (changes: Partial<RequestChoice>): void =>
    actions.update({ requests: { ...choice, ...changes } });
  const all = requestRows(view, row);
  const found = shownRequests(all, choice);
  const left = found.length - MOST_ROWS;
  return (
    <section aria-labelledby="requests-heading">
      <h2 id="requests-heading">{requestsHeading(words, visibleText(nameOfModels(words, row)))}</h2>
      <p class="hint">{asSentence(words, distributionNote(words, distributionOf(row)))}</p>
      <Tools choice={choice} misfits={misfits(row)} change={change} />
      <RequestTable
        rows={found.slice(0, MOST_ROWS)}
        sum={row}
        requests={all.length}
        choice={choice}
        change={change}
        open={actions.openFile}
      />
      {found.length === 0 && <p class="hint">{requestsLabel(words, 'noneFound')}</p>}
      {left > 0 && <p class="hint">{moreEntries(words, left)}</p>}
    </section>
  );
}

interface ToolProps {
  readonly choice: RequestChoice;
  readonly misfits: number;
  readonly change: (changes: Partial<RequestChoice>) => void;
}

function Tools({ choice, misfits, change }: ToolProps): JSX.Element {
  const words = useWords();
  return (
    <div class="toolbar">
      <input
        type="search"
        id="filter-requests"
        aria-label={requestsLabel(words, 'filter')}
        placeholder={requestsLabel(words, 'filter')}
        value={choice.filter}
        onInput={({ currentTarget }) => change({ filter: currentTarget.value })}
      />
      {misfits > 0 && (
        <label class="switch">
          <input
            type="checkbox"
            id="only-misfits"
            checked={choice.onlyMisfits}
            onChange={({ currentTarget }) => change({ onlyMisfits: currentTarget.checked })}
          />
          <span>{onlyMisfits(words, misfits)}</span>
        </label>
      )}
    </div>
  );
}
