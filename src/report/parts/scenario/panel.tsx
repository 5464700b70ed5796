import type { JSX } from 'preact';
import { PRESETS, presetOf } from '../../../core/scenario/presets';
import {
  completeScenario,
  type FullScenario,
  type Scenario,
} from '../../../core/scenario/scenario';
import type { ScenarioChanges } from '../../../protocol/scenario';
import { presetDetail, presetName } from '../../../wording/scenario/sentences';
import { controlGroupLabel, panelLabel } from '../../../wording/scenario/controls';
import { useWords } from '../../words';
import type { Actions } from '../../actions';
import { CONTROL_GROUPS, hasEffect } from '../../controls';
import type { PageState } from '../../state/pageState';
import { ControlField } from './field';
import { TimeField } from './timeField';

interface Props {
  readonly scenario: Scenario;
  readonly state: PageState;
  /** Time of the count, milliseconds since 1970; the default time of the call. */
  readonly countedAtMs: number;
  readonly actions: Actions;
}

export function ScenarioPanel({ scenario, state, countedAtMs, actions }: Props): JSX.Element {
  const words = useWords();
  const full = completeScenario(scenario);
  return (
    <section class="scenario" aria-labelledby="scenario-heading">
      <h2 id="scenario-heading">{panelLabel(words, 'heading')}</h2>
      <PresetField full={full} actions={actions} />
      {CONTROL_GROUPS.map((group) => (
        <fieldset key={group.id}>
          <legend>{controlGroupLabel(words, group.id)}</legend>
          {group.fields
            .filter((name) => hasEffect(name, full))
            .map((name) => (
              <ControlField
                key={name}
                name={name}
                scenario={full}
                change={(value) => actions.changeScenario({ [name]: value })}
              />
            ))}
        </fieldset>
      ))}
      <TimeField state={state} countedAtMs={countedAtMs} actions={actions} />
      <SaveButtons
        changes={state.scenario}
        hasTime={state.callAtMs !== undefined}
        actions={actions}
      />
    </section>
  );
}

function PresetField({ full, actions }: { full: FullScenario; actions: Actions }): JSX.Element {
  const words = useWords();
  const current = presetOf(full);
  return (
    <div class="field">
      <label for="preset">{panelLabel(words, 'preset')}</label>
      <select
        id="preset"
        aria-describedby="preset-detail"
        value={current?.id ?? ''}
        onChange={({ currentTarget }) => {
          const preset = PRESETS.find(({ id }) => id === currentTarget.value);
          if (preset) actions.changeScenario(preset.scenario);
        }}
      >
        <option value="" disabled={current !== undefined}>
          {panelLabel(words, 'ownValues')}
        </option>
        {PRESETS.map(({ id }) => (
          <option key={id} value={id}>
            {presetName(words, id)}
          </option>
        ))}
      </select>
      <span class="hint" id="preset-detail">
        {current ? presetDetail(words, current.id) : ''}
      </span>
    </div>
  );
}

function SaveButtons({
  changes,
  hasTime,
  actions,
}: {
  readonly changes: ScenarioChanges;
  readonly hasTime: boolean;
  readonly actions: Actions;
}): JSX.Element {
  const words = useWords();
  const isChanged = Object.keys(changes).length > 0;
  return (
    <div class="buttons">
      <button type="button" disabled={!isChanged && !hasTime} onClick={actions.resetScenario}>
        {panelLabel(words, 'reset')}
      </button>
      <button type="button" disabled={!isChanged} onClick={() => actions.saveScenario('user')}>
        {panelLabel(words, 'saveForUser')}
      </button>
      <button type="button" disabled={!isChanged} onClick={() => actions.saveScenario('workspace')}>
        {panelLabel(words, 'saveForWorkspace')}
      </button>
    </div>
  );
}
