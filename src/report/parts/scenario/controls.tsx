import type { JSX } from 'preact';
import { FIELD_GROUPS, type FieldGroup } from '../../../core/scenario/fields';
import { groupsOf } from '../../../core/scenario/lineParts';
import { PRESETS, presetOf } from '../../../core/scenario/presets';
import type { FullScenario } from '../../../core/scenario/scenario';
import { presetDetail, presetName } from '../../../wording/scenario/sentences';
import { controlGroupLabel, panelLabel } from '../../../wording/scenario/controls';
import { useWords } from '../../words';
import type { Actions } from '../../actions';
import { CONTROL_GROUPS, hasEffect } from '../../controls';
import type { Assumption, PageState } from '../../state/pageState';
import { ControlField } from './field';
import { TimeField } from './timeField';

export const CONTROLS_ID = 'assumption-controls';

interface Props {
  readonly open: Assumption;
  /** Id of the button that has opened the controls. */
  readonly labelledBy: string;
  readonly full: FullScenario;
  readonly state: PageState;
  /** Time of the count, milliseconds since 1970; the default time of the call. */
  readonly countedAtMs: number;
  readonly close: () => void;
  readonly actions: Actions;
}

/** The controls of one part of the line of assumptions, or of all. */
export function AssumptionControls(props: Props): JSX.Element {
  const { open, labelledBy, full, state, countedAtMs, close, actions } = props;
  return (
    <div
      class="assumption-controls"
      id={CONTROLS_ID}
      role="group"
      aria-labelledby={labelledBy}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      {(open === 'presets' || open === 'all') && <PresetField full={full} actions={actions} />}
      {shownGroups(open).map((group) => (
        <GroupFields key={group} group={group} full={full} actions={actions} />
      ))}
      {(open === 'time' || open === 'all') && (
        <TimeField state={state} countedAtMs={countedAtMs} actions={actions} />
      )}
    </div>
  );
}

function shownGroups(open: Assumption): readonly FieldGroup[] {
  switch (open) {
    case 'all':
      return FIELD_GROUPS;
    case 'time':
    case 'presets':
      return [];
    case 'answer':
    case 'calls':
    case 'cache':
    case 'terms':
      return groupsOf(open);
  }
}

interface FieldsProps {
  readonly group: FieldGroup;
  readonly full: FullScenario;
  readonly actions: Actions;
}

function GroupFields({ group, full, actions }: FieldsProps): JSX.Element {
  const words = useWords();
  const fields = CONTROL_GROUPS.find(({ id }) => id === group)?.fields ?? [];
  return (
    <fieldset>
      <legend>{controlGroupLabel(words, group)}</legend>
      {fields
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
  );
}

function PresetField({ full, actions }: Pick<Props, 'full' | 'actions'>): JSX.Element {
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
