import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import type { Words } from '../words';

// What the answer of the report says besides its headline.

/**
 * "Cheapest of 192 current models that can be bought and fit".
 *
 * @param scope the current models, those and what the table lists besides, or the whole table.
 */
export function cheapestOf(
  words: Words,
  scope: 'current' | 'listed' | 'all',
  current: number,
  all: number,
): string {
  const { l10n } = words;
  const [few, most] = [showNumber(words, current), showNumber(words, all)];
  switch (scope) {
    case 'current':
      return counted(
        words,
        current,
        l10n.t('[other]Cheapest of {0} current models that can be bought and fit'),
        few,
      );
    case 'listed':
      return counted(
        words,
        current,
        l10n.t(
          '[other]Cheapest of {0} current models, and of what the table lists, that can be bought and fit',
        ),
        few,
      );
    case 'all':
      return counted(
        words,
        all,
        l10n.t('[other]Cheapest of all {0} models that can be bought and fit'),
        most,
      );
  }
}

/** The button to the cheapest of all models, or back to the current ones. */
export function otherScope(words: Words, isAll: boolean, current: number, all: number): string {
  const { l10n } = words;
  return isAll
    ? l10n.t('Only the {0} current ones', showNumber(words, current))
    : l10n.t('Of all {0}, with other hosts', showNumber(words, all));
}

/** Said when the user has changed an assumption. */
export function costIsNow({ l10n }: Words, amount: string): string {
  return l10n.t('The cost is now {0}.', amount);
}
