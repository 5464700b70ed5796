import type { JSX } from 'preact';
import { visibleText } from '../../../core/figures/visibleText';
import type { Actions } from '../../actions';
import type { Outcome } from '../../requests';
import { useFocusBack } from '../../useFocusBack';
import { YOURS_ID } from './otherModels';

interface Props {
  readonly outcome: Outcome | undefined;
  readonly actions: Actions;
}

/** How the last request went, with the way back. */
export function Done({ outcome, actions }: Props): JSX.Element {
  const { ok = true, text = '', back } = outcome ?? {};
  return (
    <div class="done">
      <p class={ok ? 'outcome' : 'outcome failed'} role="status">
        {visibleText(text)}
      </p>
      {back !== undefined && <Restore label={visibleText(back)} actions={actions} />}
    </div>
  );
}

function Restore({
  label,
  actions,
}: Pick<Props, 'actions'> & { readonly label: string }): JSX.Element {
  const ref = useFocusBack<HTMLButtonElement>(YOURS_ID);
  return (
    <button type="button" id="restore-model" ref={ref} onClick={actions.restoreModel}>
      {label}
    </button>
  );
}
