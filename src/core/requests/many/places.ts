import { isOneCall } from '../facts';
import type { RequestFile } from '../request';

/**
 * A name for each request of a file, no two the same: that of the file if it is one call, else with the line on which the
 * request begins, and the number of the request there if several do.
 *
 * Worked example: of three requests, of which two begin on line 1 and one on line 2, `a.json:1#1`, `a.json:1#2`,
 * `a.json:2`.
 *
 * @param path of the file.
 */
export function placesOf(
  { kind, requests }: Pick<RequestFile, 'kind' | 'requests'>,
  path: string,
): readonly string[] {
  if (isOneCall(kind)) return requests.map(() => path);
  const all = new Map<number, number>();
  for (const { line } of requests) all.set(line, (all.get(line) ?? 0) + 1);
  const before = new Map<number, number>();
  return requests.map(({ line }) => {
    const number = (before.get(line) ?? 0) + 1;
    before.set(line, number);
    return all.get(line) === 1 ? `${path}:${line}` : `${path}:${line}#${number}`;
  });
}
