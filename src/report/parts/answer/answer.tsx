import type { JSX } from 'preact';
import type { Scenario } from '../../../core/scenario/scenario';
import {
  describeHeadline,
  headlineLabel,
  leftOutNote,
  yourModelOf,
} from '../../../wording/headline';
import type { Actions } from '../../actions';
import { comparedModels, type View } from '../../figures/view';
import type { Outcome } from '../../requests';
import type { PageState } from '../../state/pageState';
import { namedSubject } from '../../subject';
import { useWords } from '../../words';
import { Notes } from './notes';
import { TriedNote } from '../scenario/tried';
import { Baseline } from './baseline';
import { CurrentCost, CurrentFacts } from './currentCost';
import { Done } from './done';
import { OtherModels } from './otherModels';
import { SpokenCost } from './spokenCost';
import { useIsNarrow } from './useIsNarrow';

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
  // At 200 % beside an editor, the answer fills the screen: its reasons follow it.
  const isNarrow = useIsNarrow();
  const facts = { ...view, models: comparedModels(view) };
  return (
    <section class="answer" aria-label={headlineLabel(words, 'section')}>
      <CurrentCost view={view} hasFacts={!isNarrow} />
      <SpokenCost view={view} />
      <Done outcome={outcome?.of === 'export' ? undefined : outcome} actions={actions} />
      <p class="headline" id="headline">
        {describeHeadline(words, facts, namedSubject(view.subject))}
      </p>
      <TriedNote scenario={assumed} state={state} actions={actions} />
      <OtherModels view={view} actions={actions} />
      {isNarrow && (
        <div class="yours-facts" role="group" aria-label={yourModelOf(words, view.headline)}>
          <p class="figure-label">{yourModelOf(words, view.headline)}</p>
          <CurrentFacts view={view} />
        </div>
      )}
      <Notes view={view} actions={actions} />
      {view.headline.leftOut > 0 && (
        <p class="figure-note">{leftOutNote(words, view.headline.leftOut)}</p>
      )}
      <Baseline view={view} actions={actions} />
    </section>
  );
}
