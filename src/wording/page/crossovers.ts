import type { CrossingRange } from '../../core/charts/curves';
import type { FullScenario } from '../../core/scenario/scenario';
import { showRange } from '../count';
import { showNumber } from '../numbers';
import { sentences } from '../language/lists';
import { asSentence, type Words } from '../words';
import { valueOn, type CurveAxis } from './charts';

/** The value of the axis from which a model costs less than another. */
export interface NamedCrossover {
  readonly from: number;
  /** "≈" if the place of the crossing is estimated. */
  readonly mark: string;
  /** Where it may be; undefined: nowhere else. */
  readonly range: CrossingRange | undefined;
  readonly cheaper: string;
  readonly dearer: string;
}

/** An axis, and the largest value on it that was compared. */
export interface ComparedAxis {
  readonly kind: CurveAxis;
  readonly most: number;
  readonly scenario: FullScenario;
}

/**
 * "From ≈2,000 calls a day on, o3 costs less than o1.", with the range of an estimate: "From ≈533 output tokens on (0 to
 * 2,085 within the range of the counts), …".
 */
export function describeCrossover(
  words: Words,
  axis: ComparedAxis,
  { from, mark, range, cheaper, dearer }: NamedCrossover,
): string {
  const { l10n } = words;
  const at = valueOn(words, axis.kind, from, axis.scenario, mark);
  return range
    ? l10n.t(
        'From {0} on ({1}), {2} costs less than {3}.',
        at,
        describePlaces(words, axis, range),
        cheaper,
        dearer,
      )
    : l10n.t('From {0} on, {1} costs less than {2}.', at, cheaper, dearer);
}

function describePlaces(words: Words, { most }: ComparedAxis, { from, to }: CrossingRange): string {
  const { l10n } = words;
  const first = showNumber(words, from);
  return to === undefined
    ? l10n.t(
        'within the range of the counts from {0} on, or not at all up to {1}',
        first,
        showNumber(words, most),
      )
    : l10n.t('{0} within the range of the counts', showRange(words, first, showNumber(words, to)));
}

/** How the range of a crossing is drawn. */
export function crossingBars({ l10n }: Words): string {
  return l10n.t('A bar through a crossing shows where it may be within the range of the counts.');
}

/** What a picture of lines says to those who do not see it: its name, and where the lines cross. */
export function lineChartText(words: Words, name: string, crossings: readonly string[]): string {
  return sentences(words, [asSentence(words, name), ...crossings]);
}
