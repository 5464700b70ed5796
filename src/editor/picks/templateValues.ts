import { window, type QuickPickItem, type TextDocument } from 'vscode';
import { lastName } from '../../core/files/paths';
import {
  askForValue,
  fillInOpen,
  forgetValues,
  noPlaceholders,
  valueOrigin,
  valuesGiven,
  valuesTitle,
} from '../../wording/views/templateDialog';
import { HumanError } from '../errors';
import { confirmation } from '../live/confirmation';
import type { LiveEstimate } from '../live/estimate';
import type { CountableSubject } from '../subject/subject';
import { templates } from '../subject/templates/templates';
import { keyOf } from '../subject/templates/reader';
import type { OwnValues } from '../subject/templates/ownValues';
import type { NamedValue } from '../subject/templates/view';
import { wordsOf } from '../words';

type Choice =
  { readonly kind: 'open' | 'forget' } | { readonly kind: 'value'; readonly value: NamedValue };

interface ChoiceItem extends QuickPickItem {
  readonly choice: Choice;
}

/**
 * Asks for the values of the placeholders in the current text, and remembers them for this workspace.
 *
 * @param argument `open`: asks at once for those without a value.
 * @throws {HumanError} if the text has no placeholders.
 */
export async function fillInTemplateValues(live: LiveEstimate, argument: unknown): Promise<void> {
  const document = documentOf(live);
  const reader = await templates.reader();
  const values = document ? await reader.values(document) : [];
  if (!document || values.length === 0) throw new HumanError(noPlaceholders(wordsOf()));
  const open = values.filter(isOpen);
  const choice: Choice | undefined =
    argument === 'open' && open.length > 0 ? { kind: 'open' } : await choose(document, values);
  if (choice?.kind === 'open') await ask(reader.own, document, open);
  if (choice?.kind === 'value') await ask(reader.own, document, [choice.value]);
  if (choice?.kind === 'forget') await reader.own.set(keyOf(document.uri), {});
}

/** The text that is priced; a cell of a notebook has no values. */
function documentOf({ readout }: LiveEstimate): TextDocument | undefined {
  const subject: CountableSubject | undefined =
    readout.kind === 'ready' || readout.kind === 'counting' ? readout.subject : undefined;
  return subject?.kind === 'text' && !subject.notebook ? subject.document : undefined;
}

async function choose(
  document: TextDocument,
  values: readonly NamedValue[],
): Promise<Choice | undefined> {
  const title = valuesTitle(wordsOf(), lastName(document.uri.path));
  const items = [...openItem(values), ...values.map(itemOf), ...forgetItem(values)];
  return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.choice;
}

function openItem(values: readonly NamedValue[]): readonly ChoiceItem[] {
  const { length } = values.filter(isOpen);
  const label = `$(edit) ${fillInOpen(wordsOf(), length)}`;
  return length > 0 ? [{ label, choice: { kind: 'open' } }] : [];
}

function forgetItem(values: readonly NamedValue[]): readonly ChoiceItem[] {
  if (values.every(({ own }) => own === undefined)) return [];
  return [{ label: `$(trash) ${forgetValues(wordsOf())}`, choice: { kind: 'forget' } }];
}

function itemOf(value: NamedValue): ChoiceItem {
  const { name, own, found } = value;
  return {
    label: name,
    description: valueOrigin(wordsOf(), { own, found }),
    choice: { kind: 'value', value },
  };
}

/** Asks for one value after another; Escape ends that, and what was given stays. */
async function ask(
  own: OwnValues,
  document: TextDocument,
  values: readonly NamedValue[],
): Promise<void> {
  const uri = keyOf(document.uri);
  let given = 0;
  for (const [index, { name, ...known }] of values.entries()) {
    const text = await window.showInputBox({
      title: valuesTitle(wordsOf(), lastName(document.uri.path)),
      prompt: askForValue(wordsOf(), name, index + 1, values.length),
      value: known.own ?? known.found ?? '',
      ignoreFocusOut: true,
    });
    if (text === undefined) break;
    await own.set(uri, { ...own.of(uri), [name]: text });
    given++;
  }
  if (given > 0) confirmation.say(valuesGiven(wordsOf(), given));
}

function isOpen({ own, found }: NamedValue): boolean {
  return own === undefined && found === undefined;
}
