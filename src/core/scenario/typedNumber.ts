/** 2,000, 2.000, 2 000, 2'000: groups of three digits with one kind of separator. */
const GROUPED = /^[1-9]\d{0,2}([,. '’_])\d{3}(?:\1\d{3})*$/;
/** 1,00,000: Indian grouping. */
const GROUPED_IN_LAKHS = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;
const DIGITS = /^\d{1,15}$/;
/** 2k, 1.5 M: at most two decimals, because three could be a group. */
const SHORTENED = /^(\d{1,9}(?:[.,]\d{1,2})?) ?([km])$/i;

const PERCENT = /^(\d{1,3}(?:[.,]\d+)?) ?%?$/;
const FRACTION = /^0?[.,]\d+$/;

/** Parses a whole number as people type it: "2,000", "2.000", "2 000", "2k"; undefined if it is not one. */
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
 * Parses a share from 0 to 1 as people type it: "25%", "25", "0.25", "0,25". Undefined for other text, and for a bare
 * 1, which could mean 1% or 100%.
 */
export function parseTypedShare(text: string): number | undefined {
  const typed = normalize(text);
  if (FRACTION.test(typed)) return Number(withPoint(typed));
  const [, number] = PERCENT.exec(typed) ?? [];
  if (number === undefined) return undefined;
  // Parsed from decimal text, because 33.3 / 100 is not 0.333 in floating point.
  const share = Number(`${withPoint(number)}e-2`);
  const isAmbiguous = !typed.endsWith('%') && share > 0 && share <= 0.01;
  return isAmbiguous || share > 1 ? undefined : share;
}

/** Converts full-width digits and special spaces to ASCII. */
function normalize(text: string): string {
  return text.normalize('NFKC').trim();
}

function withPoint(number: string): string {
  return number.replace(',', '.');
}
