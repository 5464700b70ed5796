import { groupOf } from '../../../core/estimate/counts/groups';
import type { ExportedParts } from '../../../core/export/report';
import { exactCount } from '../../../core/tokens/tokenCount';
import type { View } from '../view';

/** The files that are one call, with their headers, as exports have them; undefined: there is no such call. */
export function exportedParts({ subject }: Pick<View, 'subject'>): ExportedParts | undefined {
  const { choice } = subject;
  if (choice?.as !== 'one') return undefined;
  const { whole, leftOut, isPart, countOn } = choice;
  const places = [...whole.files.keys()].filter((index) => isPart(index) && !leftOut.has(index));
  if (places.length === 0) return undefined;
  return {
    paths: places.map((index) => whole.files[index]?.path ?? ''),
    templates: places.map((index) => whole.files[index]?.template),
    countsOn(model) {
      const group = whole.groups.indexOf(groupOf(model));
      return places.map((index) => countOn(index, group) ?? exactCount(0));
    },
  };
}
