import { visibleText } from '../../core/figures/visibleText';
import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import type { Done, Words } from '../words';

// Fill In Template Values.

/** Longer values are cut where they are listed: characters. */
const MOST_SHOWN = 60;

export function valuesTitle({ l10n }: Words, fileName: string): string {
  return l10n.t('Template Values of {0}', fileName);
}

export function noPlaceholders({ l10n }: Words): string {
  return l10n.t(
    'Open a prompt with placeholders first, such as {0} or {1}: they can be given values.',
    '{{name}}',
    '${topic}',
  );
}

/** The first row, while there are placeholders without a value. */
export function fillInOpen(words: Words, open: number): string {
  const { l10n } = words;
  return counted(
    words,
    open,
    l10n.t(
      '[one]Fill in the placeholder without a value[other]Fill in {0} placeholders without a value',
    ),
    showNumber(words, open),
  );
}

export function forgetValues({ l10n }: Words): string {
  return l10n.t('Forget the values that you gave');
}

/** Beside the name of a placeholder. */
export function valueOrigin(
  { l10n }: Words,
  { own, found }: { readonly own: string | undefined; readonly found: string | undefined },
): string {
  if (own !== undefined) return l10n.t('your value: {0}', shortened(own));
  return found === undefined ? l10n.t('no value') : l10n.t('sample value: {0}', shortened(found));
}

function shortened(text: string): string {
  const line = visibleText(text);
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}

/** "Value of topic (2 of 3)". */
export function askForValue(words: Words, name: string, index: number, count: number): string {
  const { l10n } = words;
  return count === 1
    ? l10n.t('Value of {0}', name)
    : l10n.t('Value of {0} ({1} of {2})', name, showNumber(words, index), showNumber(words, count));
}

export function valuesGiven(words: Words, given: number): Done {
  const { l10n } = words;
  const number = showNumber(words, given);
  const inForm = (forms: string): string => counted(words, given, forms, number);
  return {
    short: inForm(l10n.t('[one]{0} value given[other]{0} values given')),
    sentence: inForm(
      l10n.t(
        '[one]{0} value is remembered in this workspace.[other]{0} values are remembered in this workspace.',
      ),
    ),
  };
}
