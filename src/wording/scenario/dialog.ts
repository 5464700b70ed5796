import type { ScenarioTarget } from '../../core/scenario/dialog';
import type { FieldName } from '../../core/scenario/fields';
import { fieldWords } from './fields';
import { commas } from '../language/lists';
import type { Done, Words } from '../words';

// Set Scenario.

export function dialogTitle({ l10n }: Words): string {
  return l10n.t('Set Scenario');
}

export function chooseStart({ l10n }: Words): string {
  return l10n.t('Choose the kind of calls, or change one value');
}

export function adjustButton({ l10n }: Words): string {
  return l10n.t('Adjust before saving');
}

/** Marks the preset in use. */
export function currentPreset({ l10n }: Words): string {
  return l10n.t('current');
}

export function customStart({ l10n }: Words): { readonly label: string; readonly detail: string } {
  return { label: l10n.t('Change one value…'), detail: l10n.t('these apply now') };
}

export function valuesTitle({ l10n }: Words): string {
  return l10n.t('Set Scenario: Values');
}

export function chooseValue({ l10n }: Words): string {
  return l10n.t('Choose the value to change');
}

/** The first row, once a value has changed. */
export function saveChoice({ l10n }: Words): string {
  return l10n.t('Save these values');
}

export function unsavedStart({ l10n }: Words): string {
  return l10n.t('Your values that could not be saved');
}

export function saveTitle({ l10n }: Words): string {
  return l10n.t('Set Scenario: Save In');
}

export function targetChoice(
  { l10n }: Words,
  target: ScenarioTarget,
): { readonly label: string; readonly detail: string } {
  return target === 'user'
    ? { label: l10n.t('User settings'), detail: l10n.t('for everything that you open') }
    : { label: l10n.t('Workspace settings'), detail: l10n.t('for everyone who opens this folder') };
}

/** @param fields assumptions whose folder settings override the saved ones. */
export function overriddenHere(words: Words, fields: readonly FieldName[]): string {
  const { l10n } = words;
  const labels = fields.map((field) => fieldWords(words)[field].label);
  return l10n.t('Settings of this folder take precedence here: {0}', commas(words, labels));
}

/**
 * "This text now costs $0.000300 per call. Saved in your user settings: 10 output tokens, batch."
 *
 * @param cost "$0.000300 per call" and "$9.00 a month", if calls a day are assumed; undefined without a text.
 */
export function scenarioSaved(
  { l10n }: Words,
  target: ScenarioTarget,
  values: string,
  cost: { readonly call: string; readonly month: string | undefined } | undefined,
): Done {
  const saved =
    target === 'user'
      ? l10n.t('Saved in your user settings: {0}.', values)
      : l10n.t('Saved in the workspace settings: {0}.', values);
  if (cost === undefined) return { short: l10n.t('saved'), sentence: saved };
  return {
    // Beside the mark that it is done: in a narrow window there is no room for another word.
    short: cost.month ?? cost.call,
    hasCost: true,
    sentence:
      cost.month === undefined
        ? l10n.t('This text now costs {0}. {1}', cost.call, saved)
        : l10n.t('This text now costs {0}, {1}. {2}', cost.call, cost.month, saved),
  };
}

export function scenarioUnchanged({ l10n }: Words): Done {
  return { short: l10n.t('unchanged'), sentence: l10n.t('The scenario is unchanged.') };
}

/** Follows the reason why the scenario could not be saved. */
export function scenarioKept({ l10n }: Words): string {
  return l10n.t(
    'Your values are kept: run "API Spend: Set Scenario (Output Tokens, Cache, Calls)…" again after you have repaired the file.',
  );
}
