import type { RefObject } from 'preact';
import type { OptionalColumn } from '../../state/pageState';
import { useMeasured } from '../useMeasured';

/** Widths in em: of the longest amounts, so that columns stay in place whatever rows are drawn. */
const COLUMN_EM: Readonly<Record<OptionalColumn, number>> = {
  call: 9.5,
  times: 8,
  month: 9.5,
  day: 9.5,
  tokens: 7.5,
  provider: 12.5,
  context: 7,
  caching: 9.5,
  checked: 14,
  source: 18,
};

/** The name of a model has all the room that is left, at least this share of what exceeds the room below. */
const MODEL_SHARE = 0.6;
const OTHERS_FIRST_EM = 20;
const LEAST_MODEL_EM = 12;
/** The longest names of the current selection, with the marks beside them. */
const MOST_MODEL_EM = 40;

/** Other currencies are written with a code of three letters and a space. */
const CODE_EM = 2.5;

const AMOUNTS: ReadonlySet<OptionalColumn> = new Set(['call', 'month', 'day']);

/** @param hasCode whether amounts have the code of their currency. */
export function columnEm(column: OptionalColumn, hasCode: boolean): number {
  return COLUMN_EM[column] + (hasCode && AMOUNTS.has(column) ? CODE_EM : 0);
}

/**
 * The columns that have room beside the model, the first ones before later ones; the cost of a call in any case.
 *
 * @param roomEm undefined before the first layout: all.
 */
export function fittingColumns(
  chosen: readonly OptionalColumn[],
  roomEm: number | undefined,
  hasCode: boolean,
): readonly OptionalColumn[] {
  if (roomEm === undefined) return chosen;
  const wantedEm = MODEL_SHARE * (roomEm - OTHERS_FIRST_EM);
  const modelEm = Math.max(LEAST_MODEL_EM, Math.min(MOST_MODEL_EM, wantedEm));
  let left = roomEm - modelEm;
  const isFirst = (column: OptionalColumn): boolean => column === chosen[0];
  return chosen.filter((column) => {
    left -= columnEm(column, hasCode);
    return left >= 0 || isFirst(column);
  });
}

/** An element's width in em; undefined before the first layout. */
export function useRoom<E extends Element>(): readonly [RefObject<E | null>, number | undefined] {
  return useMeasured<E>((element) => {
    const fontPx = Number.parseFloat(getComputedStyle(element).fontSize);
    return element.clientWidth / fontPx;
  });
}
