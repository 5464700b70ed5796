import type { JSX } from 'preact';
import type { FieldName } from '../../../core/scenario/fields';
import { completeScenario, type Scenario } from '../../../core/scenario/scenario';
import { panelLabel } from '../../../wording/scenario/controls';
import { describeTried } from '../../../wording/scenario/line';
import type { Actions } from '../../actions';
import { isTrying, type PageState } from '../../state/pageState';
import { useFocusBack } from '../../useFocusBack';
import { useWords } from '../../words';

interface Props {
  readonly scenario: Scenario;
  readonly state: PageState;
  readonly actions: Actions;
}

/** Which assumptions are not those of the settings, with the way to save or to drop them. */
export function TriedNote(props: Props): JSX.Element | null {
  return isTrying(props.state) ? <Tried {...props} /> : null;
}

function Tried({ scenario, state, actions }: Props): JSX.Element {
  const words = useWords();
  const ref = useFocusBack<HTMLDivElement>('assume-answer');
  const fields = Object.keys(state.scenario) as FieldName[];
  const hasSettings = fields.length > 0;
  return (
    <div class="tried" ref={ref}>
      <p>{describeTried(words, completeScenario(scenario), fields, state.callAtMs)}</p>
      <div class="buttons">
        {hasSettings && (
          <>
            <button type="button" onClick={() => actions.saveScenario('user')}>
              {panelLabel(words, 'saveForUser')}
            </button>
            <button type="button" onClick={() => actions.saveScenario('workspace')}>
              {panelLabel(words, 'saveForWorkspace')}
            </button>
          </>
        )}
        <button type="button" id="back-to-settings" onClick={actions.resetScenario}>
          {panelLabel(words, 'reset')}
        </button>
      </div>
    </div>
  );
}
