import type { JSX } from 'preact';
import type { Actions } from '../../actions';
import { panelLabel } from '../../../wording/scenario/controls';
import type { PageState } from '../../state/pageState';
import { useWords } from '../../words';

const MINUTE_MS = 60_000;

interface Props {
  readonly state: PageState;
  readonly countedAtMs: number;
  readonly actions: Actions;
}

/** The time of the call, on which peak hours and dated prices depend. Default: the time of the count. */
export function TimeField({ state, countedAtMs, actions }: Props): JSX.Element {
  const words = useWords();
  const { callAtMs } = state;
  return (
    <fieldset>
      <legend>{panelLabel(words, 'time')}</legend>
      <label class="field">
        <span>{panelLabel(words, 'timeHint')}</span>
        <input
          type="datetime-local"
          id="scenario-callAt"
          value={localInput(callAtMs ?? countedAtMs)}
          onChange={({ currentTarget }) => {
            const chosenMs = Date.parse(currentTarget.value);
            actions.update({ callAtMs: Number.isNaN(chosenMs) ? undefined : chosenMs });
          }}
        />
      </label>
      <label class="field switch">
        <input
          type="checkbox"
          id="scenario-callNow"
          checked={callAtMs === undefined}
          onChange={({ currentTarget }) =>
            actions.update({ callAtMs: currentTarget.checked ? undefined : countedAtMs })
          }
        />
        <span>{panelLabel(words, 'now')}</span>
      </label>
    </fieldset>
  );
}

/** Local time in the format of the field: 2026-11-23T14:03. */
function localInput(atMs: number): string {
  const offsetMs = new Date(atMs).getTimezoneOffset() * MINUTE_MS;
  return new Date(atMs - offsetMs).toISOString().slice(0, 16);
}
