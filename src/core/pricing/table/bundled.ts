declare const BUNDLED_TABLE_SHA256: string | undefined;

/**
 * Whether a file is the price table that the bundle was built with. That table was checked when it was generated, and
 * is checked again by the tests, so that a start need not check each of its rows.
 *
 * @param sha256 of the file, in lower-case hexadecimal digits.
 */
export function isBundledTable(sha256: string): boolean {
  return typeof BUNDLED_TABLE_SHA256 === 'string' && BUNDLED_TABLE_SHA256 === sha256;
}
