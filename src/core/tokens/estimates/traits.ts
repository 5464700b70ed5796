import {
  ACCENTED_SHARE,
  DENSE_LINE_LENGTH,
  type ScriptGroup,
  TOKENS_PER_UNIT,
} from './calibration';
import { linesOf, SCRIPTS, type Script, type ScriptTally, unitsOf } from './scriptTally';

/** What the factors of a text depend on, the same for all families. The shares of its tokens add up to 1. */
export interface TextTraits {
  /** The share that is English or code. */
  readonly plain: number;
  /** The shares of the other scripts that the text has. */
  readonly groups: readonly { readonly group: ScriptGroup; readonly share: number }[];
  /** Whether its lines are so long that code and JSON count as written without line breaks. */
  readonly isDense: boolean;
}

/** Maximum tokens of Han per token of kana in Japanese text. */
const HAN_PER_KANA = 1.5;

export function traitsOf(tally: ScriptTally): TextTraits {
  const weightOf = (script: Script): number => unitsOf(tally, script) * TOKENS_PER_UNIT[script];
  let [units, total] = [0, 0];
  for (const script of SCRIPTS) {
    units += unitsOf(tally, script);
    total += weightOf(script);
  }
  const isDense = units / linesOf(tally) >= DENSE_LINE_LENGTH;
  if (total === 0) return { plain: 1, groups: [], isDense };
  const latin = weightOf('latin') + weightOf('accented');
  const european = (latin / total) * europeanPart(tally);
  // Han is Japanese only in proportion to the kana, so that Chinese text next to Japanese text remains Chinese.
  const japanese = Math.min(weightOf('han'), HAN_PER_KANA * weightOf('kana'));
  const groups: TextTraits['groups'][number][] = [];
  const add = (group: ScriptGroup, share: number): void => {
    if (share !== 0) groups.push({ group, share });
  };
  add('european', european);
  add('cyrillic', weightOf('cyrillic') / total);
  add('arabic', weightOf('arabic') / total);
  add('indic', weightOf('indic') / total);
  add('han', (weightOf('han') - japanese) / total);
  add('kana', (weightOf('kana') + japanese) / total);
  add('hangul', weightOf('hangul') / total);
  add('other', weightOf('other') / total);
  return { plain: latin / total - european, groups, isDense };
}

/** The share of the Latin text that is in languages other than English, from 0 to 1. */
function europeanPart(tally: ScriptTally): number {
  const accented = unitsOf(tally, 'accented');
  if (accented === 0) return 0;
  const share = accented / (accented + unitsOf(tally, 'latin'));
  const { from, to } = ACCENTED_SHARE;
  return Math.min(1, Math.max(0, (share - from) / (to - from)));
}
