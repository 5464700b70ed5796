import type { JSX } from 'preact';
import type { Scenario } from '../../../core/scenario/scenario';
import { describeHeadline, headlineLabel, leftOutNote } from '../../../wording/headline';
import type { Actions } from '../../actions';
import type { View } from '../../figures/view';
import type { Outcome } from '../../requests';
import type { PageState } from '../../state/pageState';
import { namedSubject } from '../../subject';
import { useWords } from '../../words';
import { TriedNote } from '../scenario/tried';
import { Baseline } from './baseline';
import { CurrentCost } from './currentCost';
import { Done } from './done';
import { OtherModels } from './otherModels';

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
      <CurrentCost view={view} />
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
