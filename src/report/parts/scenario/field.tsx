import type { JSX } from 'preact';
import type { FullScenario } from '../../../core/scenario/scenario';
import { stopIndex, type ChoiceControl, type Control, type NumberControl } from '../../controls';
import { cacheWriteHint, choiceLabel, controlLabel } from '../../../wording/controls';
import { showNumber, showPercent } from '../../../wording/numbers';
import { useWords } from '../../words';

type Value = number | string | boolean;

interface Props<C> {
  readonly control: C;
  readonly value: Value;
  readonly scenario: FullScenario;
  readonly change: (value: Value) => void;
}

/** One assumption: label, native control, value. */
export function ControlField({
  control,
  scenario,
  change,
}: Omit<Props<Control>, 'value'>): JSX.Element {
  const words = useWords();
  const value = scenario[control.field];
  switch (control.kind) {
    case 'number':
      return <NumberField control={control} value={value} change={change} />;
    case 'share':
      return (
        <ShareField
          label={controlLabel(words, control.field)}
          value={Number(value)}
          change={change}
        />
      );
    case 'choice':
      return <ChoiceField control={control} value={value} scenario={scenario} change={change} />;
    case 'switch':
      return (
        <label class="field switch">
          <input
            type="checkbox"
            id={`scenario-${control.field}`}
            checked={value === true}
            onChange={({ currentTarget }) => change(currentTarget.checked)}
          />
          <span>{controlLabel(words, control.field)}</span>
        </label>
      );
  }
}

/** A slider over round values beside a field that takes any. */
function NumberField({
  control,
  value,
  change,
}: Omit<Props<NumberControl>, 'scenario'>): JSX.Element {
  const words = useWords();
  const { field, stops, min, max, accepts } = control;
  const id = `scenario-${field}`;
  const number = Number(value);
  return (
    <div class="field">
      <label for={id}>{controlLabel(words, control.field)}</label>
      <div class="number-control">
        <input
          type="range"
          aria-label={controlLabel(words, control.field)}
          aria-valuetext={showNumber(words, number)}
          min={0}
          max={stops.length - 1}
          step={1}
          value={stopIndex(stops, number)}
          onInput={({ currentTarget }) => change(stops[currentTarget.valueAsNumber] ?? number)}
        />
        <input
          type="number"
          id={id}
          min={min}
          max={max}
          step={1}
          value={number}
          onInput={({ currentTarget }) => {
            const typed = currentTarget.valueAsNumber;
            const isValid = accepts(typed);
            currentTarget.setAttribute('aria-invalid', String(!isValid));
            if (isValid) change(typed);
          }}
          onBlur={({ currentTarget }) => {
            currentTarget.value = String(number);
            currentTarget.setAttribute('aria-invalid', 'false');
          }}
        />
      </div>
    </div>
  );
}

function ShareField({
  label,
  value,
  change,
}: {
  readonly label: string;
  readonly value: number;
  readonly change: (value: number) => void;
}): JSX.Element {
  const words = useWords();
  return (
    <div class="field">
      <label for="scenario-cachedShare">{label}</label>
      <div class="number-control">
        <input
          type="range"
          id="scenario-cachedShare"
          aria-valuetext={showPercent(words, value)}
          min={0}
          max={100}
          step={1}
          value={Math.round(value * 100)}
          onInput={({ currentTarget }) => change(currentTarget.valueAsNumber / 100)}
        />
        <output for="scenario-cachedShare">{showPercent(words, value)}</output>
      </div>
    </div>
  );
}

function ChoiceField({ control, value, scenario, change }: Props<ChoiceControl>): JSX.Element {
  const id = `scenario-${control.field}`;
  const words = useWords();
  const hint = control.field === 'cacheWrite' ? cacheWriteHint(words, scenario) : undefined;
  return (
    <div class="field">
      <label for={id}>{controlLabel(words, control.field)}</label>
      <select
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={String(value)}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      >
        {control.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choiceLabel(words, choice)}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
