import type { ScenarioTarget } from '../../core/scenario/dialog';
import type { FieldName } from '../../core/scenario/fields';
import { fieldWords } from './fields';
import type { Words } from '../words';

// Set Scenario.

export function dialogTitle({ l10n }: Words): string {
  return l10n.t('Set Scenario');
}

export function chooseStart({ l10n }: Words): string {
  return l10n.t('Choose the kind of calls, or Custom… to set each value');
}

export function adjustButton({ l10n }: Words): string {
  return l10n.t('Adjust before saving');
}

/** Marks the preset in use. */
export function currentPreset({ l10n }: Words): string {
  return l10n.t('current');
}

export function customStart({ l10n }: Words): { readonly label: string; readonly detail: string } {
  return { label: l10n.t('Custom…'), detail: l10n.t('starts with these values') };
}

export function unsavedStart({ l10n }: Words): string {
  return l10n.t('Your values that could not be saved');
}

export function yesOrNo({ l10n }: Words, value: boolean): string {
  return value ? l10n.t('Yes') : l10n.t('No');
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
  return l10n.t('Settings of this folder take precedence here: {0}', labels.join(', '));
}

export function scenarioUnchanged({ l10n }: Words): string {
  return l10n.t('The scenario is unchanged.');
}

/** Follows the reason why the scenario could not be saved. */
export function scenarioKept({ l10n }: Words): string {
  return l10n.t('Your values are kept: run Set Scenario again after you have repaired the file.');
}
