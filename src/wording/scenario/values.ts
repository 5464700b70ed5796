import { SCENARIO_FIELDS, type FieldName } from '../../core/scenario/fields';
import type { FullScenario } from '../../core/scenario/scenario';
import { showNumber, showPercent } from '../numbers';
import { commas } from '../language/lists';
import type { Words } from '../words';
import { choiceLabels, fieldWords } from './fields';
import { besideNow, fieldNotes } from './sentences';

type Value = FullScenario[FieldName];

/** "2,000", "25%", "Yes", "Flex". */
export function showValue(words: Words, field: FieldName, value: Value): string {
  switch (SCENARIO_FIELDS[field].rule.kind) {
    case 'whole':
      return showNumber(words, Number(value));
    case 'share':
      return showPercent(words, Number(value));
    case 'flag':
      return yesOrNo(words, value === true);
    case 'choice': {
      const labels: Readonly<Record<string, Readonly<Record<string, string>>>> =
        choiceLabels(words);
      return labels[field]?.[String(value)] ?? String(value);
    }
  }
}

function yesOrNo({ l10n }: Words, value: boolean): string {
  return value ? l10n.t('Yes') : l10n.t('No');
}

/** "2,000 (now 500)"; "500" if it is the value now. */
export function describeValueChange(
  words: Words,
  field: FieldName,
  value: Value,
  now: Value,
): string {
  const shown = showValue(words, field, value);
  return value === now ? shown : besideNow(words, shown, showValue(words, field, now));
}

/** "10 output tokens, batch"; of an assumption that is off: '"Batch": No'. */
export function describeValues(
  words: Words,
  scenario: FullScenario,
  fields: readonly FieldName[],
): string {
  const { l10n } = words;
  const notes = fieldNotes(words, scenario);
  const values = fields.map((field) => {
    const note = notes[field];
    if (note !== false) return note;
    const { label } = fieldWords(words)[field];
    return l10n.t('"{0}": {1}', label, showValue(words, field, scenario[field]));
  });
  return commas(words, values);
}
