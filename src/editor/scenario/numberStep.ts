import { window } from 'vscode';
import type { Reply } from '../../core/scenario/dialog';
import { SCENARIO_FIELDS, type FieldName, type FieldsWith } from '../../core/scenario/fields';
import { isFieldValue } from '../../core/scenario/parse';
import type { ShareRule, WholeRule } from '../../core/scenario/rules';
import type { FullScenario } from '../../core/scenario/scenario';
import { parseTypedShare, parseTypedWhole } from '../../core/scenario/typedNumber';
import { fieldHint, fieldQuestion, fieldTitle } from '../../wording/scenario/sentences';
import { wordsOf } from '../words';
import type { DialogContext } from './context';
import { replyOf } from './reply';

export type NumberField = FieldsWith<{ readonly rule: WholeRule | ShareRule }>;

export function isNumberField(field: FieldName): field is NumberField {
  const { kind } = SCENARIO_FIELDS[field].rule;
  return kind === 'whole' || kind === 'share';
}

/** Asks for a number or a share, and shows the cost while it is typed. */
export async function askNumber(
  context: DialogContext,
  field: NumberField,
  draft: FullScenario,
): Promise<Reply<number>> {
  const input = window.createInputBox();
  const words = wordsOf();
  input.title = fieldTitle(words, field);
  input.placeholder = fieldQuestion(words, field);
  input.value = typedText(field, draft[field]);
  const update = (): void => {
    const value = parseTyped(field, input.value);
    input.validationMessage = value === undefined ? fieldHint(words, field) : '';
    if (value === undefined) return;
    const effect = context.effectOf({ ...draft, [field]: value });
    input.prompt = [fieldQuestion(words, field), effect]
      .filter((part) => part !== undefined)
      .join('. ');
  };
  update();
  const listeners = [input.onDidChangeValue(update), context.onDidChangeEffect(update)];
  return replyOf(input, true, listeners, (answer) => {
    input.onDidAccept(() => {
      const value = parseTyped(field, input.value);
      if (value !== undefined) answer(value);
    });
  });
}

/** "2000", "25%". */
function typedText(field: NumberField, value: number): string {
  if (SCENARIO_FIELDS[field].rule.kind === 'whole') return String(value);
  return value.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 10 });
}

/** @returns undefined if the text is not a value of the field. */
function parseTyped(field: NumberField, text: string): number | undefined {
  const { rule } = SCENARIO_FIELDS[field];
  const value = rule.kind === 'whole' ? parseTypedWhole(text) : parseTypedShare(text);
  return isFieldValue(field, value) ? value : undefined;
}
