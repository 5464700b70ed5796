/** 2,000 and 2.000 and 2 000 and 2'000: groups of three digits, all set apart alike. */
const GROUPED = /^[1-9]\d{0,2}([,. '’_])\d{3}(?:\1\d{3})*$/;
/** 1,00,000: groups as they are written in India. */
const GROUPED_IN_LAKHS = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;
const DIGITS = /^\d{1,15}$/;
/** 2k, 1.5 M: with up to two decimals, as three could be a group. */
const SHORTENED = /^(\d{1,9}(?:[.,]\d{1,2})?) ?([km])$/i;

const PERCENT = /^(\d{1,3}(?:[.,]\d+)?) ?%?$/;
const FRACTION = /^0?[.,]\d+$/;

/** A whole number as people type it: "2,000", "2.000", "2 000", "2k"; undefined where it is none. */
export function parseTypedWhole(text: string): number | undefined {
  const typed = normalize(text);
  if (DIGITS.test(typed)) return Number(typed);
  if (GROUPED.test(typed) || GROUPED_IN_LAKHS.test(typed)) {
    return Number(typed.replaceAll(/\D/g, ''));
  }
  const [, number, unit] = SHORTENED.exec(typed) ?? [];
  if (number === undefined) return undefined;
  const value = Number(`${withPoint(number)}e${unit?.toLowerCase() === 'k' ? 3 : 6}`);
  return Number.isInteger(value) ? value : undefined;
}

/**
 * A share as people type it, from 0 to 1: "25%", "25", "0.25", "0,25". A bare 1 is none: it can mean
 * one per cent and the whole.
 */
export function parseTypedShare(text: string): number | undefined {
  const typed = normalize(text);
  if (FRACTION.test(typed)) return Number(withPoint(typed));
  const [, number] = PERCENT.exec(typed) ?? [];
  if (number === undefined) return undefined;
  // By its decimal text: 33.3 / 100 is not 0.333.
  const share = Number(`${withPoint(number)}e-2`);
  const isAmbiguous = !typed.endsWith('%') && share > 0 && share <= 0.01;
  return isAmbiguous || share > 1 ? undefined : share;
}

/** Digits of full width, and spaces of all kinds, as the plain ones. */
function normalize(text: string): string {
  return text.normalize('NFKC').trim();
}

function withPoint(number: string): string {
  return number.replace(',', '.');
}
