const INSTANT = /^(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z)?$/;

/**
 * Parses a day (its first instant in UTC) or an instant in UTC.
 *
 * @returns milliseconds since 1970; undefined for other text and for days that do not exist: `Date` reads 2025-02-30
 *   as 2025-03-02.
 */
export function parseInstant(text: string): number | undefined {
  const [, day] = INSTANT.exec(text) ?? [];
  if (day === undefined) return undefined;
  const dayMs = Date.parse(day);
  if (Number.isNaN(dayMs) || dayOf(dayMs) !== day) return undefined;
  return Date.parse(text);
}

/** The day of an instant in UTC, YYYY-MM-DD. */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

/** "2025-01-27" for midnight in UTC, otherwise "2025-02-26T16:30:00Z". */
export function formatInstant(atMs: number): string {
  return new Date(atMs).toISOString().replace('.000Z', 'Z').replace('T00:00:00Z', '');
}
