import { adviseOn, type Advice } from '../../../core/estimate/context/advice';
import { groupOf } from '../../../core/estimate/counts/groups';
import { estimateTexts, type Estimate } from '../../../core/estimate/estimate';
import type { View } from '../view';
import type { LeftOutPaths } from './leftOut';

/** What to leave out of the one call with files, on one model. */
export interface FileAdvice {
  readonly advice: Advice;
  /** With all files that are not left out. */
  readonly together: Estimate;
}

const known = new WeakMap<Estimate, FileAdvice | undefined>();

/** On the user's model; on the cheapest that fits where that one is not in the table. */
export function fileAdvice({ headline, subject: { choice } }: View): FileAdvice | undefined {
  const row = headline.yours ?? headline.cheapest;
  if (!row || choice?.as !== 'one') return undefined;
  if (!known.has(row)) known.set(row, adviceFor(row, choice));
  return known.get(row);
}

function adviceFor(
  row: Estimate,
  { whole, leftOut, isPart, countOn }: NonNullable<View['subject']['choice']>,
): FileAdvice | undefined {
  const group = whole.groups.indexOf(groupOf(row.model));
  const files = whole.files.flatMap(({ path }, index) => {
    const count = leftOut.has(index) || !isPart(index) ? undefined : countOn(index, group);
    return count ? [{ path, count }] : [];
  });
  const { model, contents, scenario, atMs } = row;
  const together =
    files.length > 1 ? estimateTexts(model, contents.slice(0, 1), scenario, atMs) : row;
  const advice = files.length > 1 ? adviseOn(together, files) : undefined;
  return advice && { advice, together };
}

/** What the user leaves out by taking an advice, in addition to what is left out. */
export function takenAdvice({ advice }: FileAdvice, leftOut: LeftOutPaths): string[] {
  const more = advice.entries.map(({ path, isFolder }) => (isFolder ? `${path}/` : path));
  return [...leftOut, ...more];
}
