import type { JSX } from 'preact';
import type { Estimate } from '../../../core/estimate/estimate';
import { hasNoText } from '../../../core/estimate/textShare';
import { visibleText } from '../../../core/figures/visibleText';
import { completeScenario, type Scenario } from '../../../core/scenario/scenario';
import { aMonth } from '../../../wording/call';
import { showCost } from '../../../wording/cost';
import {
  describeAnswer,
  describeBelowAnswer,
  describeHeadline,
  describeRatesOf,
  headlineLabel,
  leftOutNote,
} from '../../../wording/headline';
import type { Actions } from '../../actions';
import type { View } from '../../figures/view';
import type { Outcome } from '../../requests';
import type { PageState } from '../../state/pageState';
import { namedSubject } from '../../subject';
import { describeOrigin } from '../../../wording/trust';
import { describeSplit } from '../../../wording/views/readout';
import type { Words } from '../../../wording/words';
import { useWords } from '../../words';
import { TriedNote } from '../scenario/tried';
import { Baseline } from './baseline';
import { Done } from './done';
import { OtherModels, YOURS_ID } from './otherModels';

interface Props {
  readonly view: View;
  readonly assumed: Scenario;
  readonly state: PageState;
  readonly outcome: Outcome | undefined;
  readonly actions: Actions;
}

/** The cost on the user's model, one sentence of comparison, and what costs less. */
export function Answer({ view, assumed, state, outcome, actions }: Props): JSX.Element {
  const words = useWords();
  return (
    <section class="answer" aria-label={headlineLabel(words, 'section')}>
      <Yours view={view} />
      <Done outcome={outcome?.of === 'export' ? undefined : outcome} actions={actions} />
      <p class="headline" id="headline">
        <bdi>{describeHeadline(words, view, namedSubject(view.subject))}</bdi>
      </p>
      <TriedNote scenario={assumed} state={state} actions={actions} />
      <OtherModels view={view} actions={actions} />
      {view.headline.leftOut > 0 && (
        <p class="figure-note">{leftOutNote(words, view.headline.leftOut)}</p>
      )}
      <Baseline view={view} actions={actions} />
    </section>
  );
}

function Yours({ view }: Pick<Props, 'view'>): JSX.Element {
  const words = useWords();
  const { yours } = view.headline;
  return (
    <div class="figure" id={YOURS_ID} tabIndex={-1}>
      <p class="figure-label">
        {headlineLabel(words, 'yours')}{' '}
        {yours && <bdi class="figure-model">{visibleText(yours.model.name)}</bdi>}{' '}
        <bdi class="figure-id">{visibleText(view.modelId)}</bdi>
      </p>
      <p class="figure-line">
        <strong class="amount">{yours ? describeAnswer(words, yours) : '–'}</strong>
        <span class="figure-band">
          {yours
            ? describeBelowAnswer(words, yours, view.budgets)
            : headlineLabel(words, 'unknown')}
        </span>
      </p>
      {yours && (
        <p class="figure-rates">
          {[describeRatesOf(words, yours), originOf(words, yours), ...monthOf(words, view)]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
      )}
      {splitOf(words, view).map((sentence) => (
        <p key={sentence} class="figure-note">
          {sentence}
        </p>
      ))}
      {view.modelReading !== undefined && (
        <bdi class="figure-note">{visibleText(view.modelReading)}</bdi>
      )}
    </div>
  );
}

/** How little of the cost is of the text or texts themselves, as the status bar says it. */
function splitOf(words: Words, { headline: { yours } }: View): readonly string[] {
  return yours ? describeSplit(words, yours) : [];
}

/** How the price is known, and when it was looked at. */
function originOf(words: Words, { price }: Estimate): string {
  if (price.kind === 'unpriced') return '';
  return describeOrigin(words, price.applied.period);
}

/** The cost of a month, unless it is of one call a day: nobody has chosen that. */
function monthOf(words: Words, view: View): readonly string[] {
  const { yours } = view.headline;
  const isChosen = completeScenario(view.scenario).callsPerDay !== 1;
  if (!isChosen || yours?.price.kind !== 'priced' || hasNoText(yours)) return [];
  return [aMonth(words, showCost(words, yours.count, yours.price.perMonth.expected))];
}
