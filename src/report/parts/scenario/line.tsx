import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { presetOf } from '../../../core/scenario/presets';
import {
  completeScenario,
  type FullScenario,
  type Scenario,
} from '../../../core/scenario/scenario';
import { panelLabel } from '../../../wording/scenario/controls';
import {
  describeCallTime,
  describePart,
  lineLabel,
  presetInLine,
  type PricedTexts,
} from '../../../wording/scenario/line';
import { presetName } from '../../../wording/scenario/sentences';
import type { Words } from '../../../wording/words';
import type { Actions } from '../../actions';
import { ASSUMPTIONS, type Assumption, type PageState } from '../../state/pageState';
import { useWords } from '../../words';
import { AssumptionControls, CONTROLS_ID } from './controls';

interface Props {
  readonly scenario: Scenario;
  readonly priced: PricedTexts;
  readonly state: PageState;
  /** Time of the count, milliseconds since 1970; the default time of the call. */
  readonly countedAtMs: number;
  readonly actions: Actions;
}

/** All assumptions in one line. Each part opens its controls below the line; Escape closes them. */
export function AssumptionLine(props: Props): JSX.Element {
  const { scenario, priced, state, countedAtMs, actions } = props;
  const words = useWords();
  const full = completeScenario(scenario);
  const open = state.openAssumption;
  const wantsFocus = useRef(false);
  // Before the next frame, so that the next key is the control's.
  useLayoutEffect(() => {
    if (open !== undefined && wantsFocus.current) focusFirst(open, full);
    wantsFocus.current = false;
  }, [open]);
  const toggle = (part: Assumption): void => {
    wantsFocus.current = part !== open;
    actions.update({ openAssumption: part === open ? undefined : part });
  };
  const close = (): void => {
    actions.update({ openAssumption: undefined });
    if (open !== undefined) document.getElementById(partId(open))?.focus();
  };
  return (
    <section class="assumptions" aria-labelledby="assumptions-heading">
      <h2 class="hidden" id="assumptions-heading">
        {panelLabel(words, 'heading')}
      </h2>
      <ul class="assumption-line">
        {ASSUMPTIONS.map((part) => (
          <li key={part}>
            <button
              type="button"
              class="assumption"
              id={partId(part)}
              aria-expanded={part === open}
              aria-controls={part === open ? CONTROLS_ID : undefined}
              onClick={() => toggle(part)}
            >
              {textOf(words, part, full, priced, state.callAtMs)}
            </button>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <AssumptionControls
          open={open}
          labelledBy={partId(open)}
          full={full}
          state={state}
          countedAtMs={countedAtMs}
          close={close}
          actions={actions}
        />
      )}
    </section>
  );
}

function partId(part: Assumption): string {
  return `assume-${part}`;
}

function textOf(
  words: Words,
  part: Assumption,
  full: FullScenario,
  priced: PricedTexts,
  callAtMs: number | undefined,
): string {
  switch (part) {
    case 'time':
      return describeCallTime(words, callAtMs);
    case 'presets': {
      const preset = presetOf(full);
      return preset
        ? presetInLine(words, presetName(words, preset.id))
        : lineLabel(words, 'presets');
    }
    case 'all':
      return lineLabel(words, 'all');
    case 'answer':
    case 'calls':
    case 'cache':
    case 'terms':
      return describePart(words, part, full, priced);
  }
}

/** Goes to the control that the part names, with its number selected, as Tab does. */
function focusFirst(part: Assumption, full: FullScenario): void {
  const control = document.getElementById(firstControl(part, full));
  control?.focus();
  if (control instanceof HTMLInputElement) control.select();
}

function firstControl(part: Assumption, { treatTextAs }: FullScenario): string {
  switch (part) {
    case 'answer':
      return treatTextAs === 'input' ? 'scenario-outputTokens' : 'scenario-treatTextAs';
    case 'calls':
      return 'scenario-callsPerDay';
    case 'cache':
      return 'scenario-cachedShare';
    case 'terms':
      return 'scenario-batch';
    case 'time':
      return 'scenario-callAt';
    case 'presets':
    case 'all':
      return 'preset';
  }
}
