/** Keys with which requests, and lines of a batch, begin. */
const KEYS = /"(?:custom_id|recordId|messages|contents)"\s*:/;

/**
 * Whether the start of a JSON or JSONL text may be that of API requests. Only `readRequestFile` knows; this is for
 * where reading the whole text would take too long.
 */
export function looksLikeRequests(start: string): boolean {
  return KEYS.test(start);
}
