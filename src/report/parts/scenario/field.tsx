import type { JSX } from 'preact';
import { SCENARIO_FIELDS, type Field, type FieldName } from '../../../core/scenario/fields';
import { isFieldValue } from '../../../core/scenario/parse';
import type { WholeRule } from '../../../core/scenario/rules';
import type { FullScenario } from '../../../core/scenario/scenario';
import { cacheWriteHint } from '../../../wording/scenario/controls';
import { showNumber, showPercent } from '../../../wording/numbers';
import { choiceLabels, fieldWords } from '../../../wording/scenario/fields';
import { stopIndex } from '../../controls';
import { useWords } from '../../words';

type Value = number | string | boolean;

interface Props {
  readonly name: FieldName;
  readonly label: string;
  readonly value: Value;
  readonly change: (value: Value) => void;
}

/** One assumption: label, native control, value. */
export function ControlField({
  name,
  scenario,
  change,
}: Pick<Props, 'name' | 'change'> & { readonly scenario: FullScenario }): JSX.Element {
  const words = useWords();
  const field: Field = SCENARIO_FIELDS[name];
  const props = { name, label: fieldWords(words)[name].label, value: scenario[name], change };
  if ('stops' in field) return <NumberField {...props} rule={field.rule} stops={field.stops} />;
  switch (field.rule.kind) {
    case 'share':
      return <ShareField {...props} />;
    case 'choice': {
      const hint = name === 'cacheWrite' ? cacheWriteHint(words, scenario) : undefined;
      return <ChoiceField {...props} choices={field.rule.choices} hint={hint} />;
    }
    case 'flag':
      return <SwitchField {...props} />;
  }
}

/** A slider over round values beside a field for any value. */
function NumberField({
  name,
  label,
  value,
  change,
  rule,
  stops,
}: Props & { readonly rule: WholeRule; readonly stops: readonly number[] }): JSX.Element {
  const words = useWords();
  const id = `scenario-${name}`;
  const number = Number(value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="number-control">
        <input
          type="range"
          aria-label={label}
          aria-valuetext={showNumber(words, number)}
          min={0}
          max={stops.length - 1}
          step={1}
          value={stopIndex(stops, number)}
          onInput={({ currentTarget }) => change(stops[currentTarget.valueAsNumber] ?? number)}
        />
        <NumberInput id={id} name={name} rule={rule} value={number} change={change} />
      </div>
    </div>
  );
}

interface NumberInputProps extends Pick<Props, 'name' | 'change'> {
  readonly id: string;
  readonly rule: WholeRule;
  readonly value: number;
}

/** Takes valid numbers at once; an invalid one is marked, and replaced when the field is left. */
function NumberInput({ id, name, rule, value, change }: NumberInputProps): JSX.Element {
  return (
    <input
      type="number"
      id={id}
      min={rule.least}
      max={rule.most}
      step={1}
      value={value}
      onInput={({ currentTarget }) => {
        const typed = currentTarget.valueAsNumber;
        const isValid = isFieldValue(name, typed);
        currentTarget.setAttribute('aria-invalid', String(!isValid));
        if (isValid) change(typed);
      }}
      onBlur={({ currentTarget }) => {
        currentTarget.value = String(value);
        currentTarget.setAttribute('aria-invalid', 'false');
      }}
    />
  );
}

function ShareField({ name, label, value, change }: Props): JSX.Element {
  const words = useWords();
  const id = `scenario-${name}`;
  const share = Number(value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="number-control">
        <input
          type="range"
          id={id}
          aria-valuetext={showPercent(words, share)}
          min={0}
          max={100}
          step={1}
          value={Math.round(share * 100)}
          onInput={({ currentTarget }) => change(currentTarget.valueAsNumber / 100)}
        />
        <output for={id}>{showPercent(words, share)}</output>
      </div>
    </div>
  );
}

function ChoiceField({
  name,
  label,
  value,
  change,
  choices,
  hint,
}: Props & {
  readonly choices: readonly string[];
  readonly hint: string | undefined;
}): JSX.Element {
  const words = useWords();
  const id = `scenario-${name}`;
  const labels: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> =
    choiceLabels(words);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={String(value)}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {labels[name]?.[choice]}
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

function SwitchField({ name, label, value, change }: Props): JSX.Element {
  return (
    <label class="field switch">
      <input
        type="checkbox"
        id={`scenario-${name}`}
        checked={value === true}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
