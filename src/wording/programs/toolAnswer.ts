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
  /** That model is the one that API requests state. */
  readonly isStated?: boolean;
}

export function describeListed(listed: ListedModels): string {
  const { shown, all, userId, userName, isStated = false } = listed;
  const whose = isStated ? 'that of the requests' : "the user's";
  const users = userId === '' ? '' : `, and ${whose} (${userId})`;
  const unknown =
    userId === ''
      ? ` The user's setting apiSpend.model names no model of the table: ${JSON.stringify(visibleText(userName))}.`
      : '';
  return `${shown} of ${all} models are listed: the cheapest that vendors sell now and that the call fits${users}. "limit" lists more.${unknown}`;
}

/** @param requests of the file; undefined: the text is one call. */
export function describeAmounts(scenario: FullScenario, requests?: number): string {
  const unit = isConversation(scenario) ? 'one conversation' : 'one call';
  const sum = requests === undefined ? unit : `all ${showNumber(ENGLISH, requests)} requests`;
  return `Amounts are US dollars for ${requests === 1 ? unit : sum}. Assumptions that were not given are those of the user's settings (apiSpend.scenario.*).`;
}
