import type { FileForm } from '../../core/files/scanned/content';
import { visibleText } from '../../core/figures/visibleText';
import { isConversation } from '../call';
import type { FullScenario } from '../../core/scenario/scenario';
import { showNumber } from '../numbers';
import { formNotes } from '../subject';
import { ENGLISH } from '../words';

// The notes below the agent tool's table. They are for language models, and only in English.

/** In place of the name of a file. */
export const GIVEN_TEXT = 'the given text';

/** A file that the tool has counted. */
export interface CountedFile {
  readonly name: string;
  readonly hasUnsavedChanges: boolean;
  /** What of the file was counted; undefined: all of it. */
  readonly form: FileForm | undefined;
}

/** @param file undefined: the text was given. */
export function describeCounted(characters: number, file: CountedFile | undefined): string {
  const length = `${showNumber(ENGLISH, characters)} characters`;
  if (!file) return `Counted: ${GIVEN_TEXT}, ${length}.`;
  const state = file.hasUnsavedChanges ? ' as it stands in the editor, with unsaved changes' : '';
  const counted = `Counted: ${visibleText(file.name)}${state}, ${length}.`;
  return [counted, ...formNotes(ENGLISH, file.form, file.name)].join(' ');
}

/** The selection of models in a comparison of all. */
export interface ListedModels {
  readonly shown: number;
  readonly all: number;
  /** Empty where the user's setting names no model, or several. */
  readonly userId: string;
  /** The value of apiSpend.model. */
  readonly userName: string;
}

export function describeListed({ shown, all, userId, userName }: ListedModels): string {
  const users = userId === '' ? '' : `, and the user's (${userId})`;
  const unknown =
    userId === ''
      ? ` The user's setting apiSpend.model names no model of the table: ${JSON.stringify(visibleText(userName))}.`
      : '';
  return `${shown} of ${all} models are listed: the cheapest that vendors sell now and that the call fits${users}. "limit" lists more.${unknown}`;
}

export function describeAmounts(scenario: FullScenario): string {
  const unit = isConversation(scenario) ? 'one conversation' : 'one call';
  return `Amounts are US dollars for ${unit}. Assumptions that were not given are those of the user's settings (apiSpend.scenario.*).`;
}
