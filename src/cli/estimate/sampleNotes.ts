import { estimatesByText, type ExportReport } from '../../core/export/report';
import type { Currency } from '../../core/figures/currency';
import { visibleText } from '../../core/figures/visibleText';
import { moreTemplates } from '../../wording/documents/terminal';
import { longestNote, spreadOf } from '../../wording/views/templates';
import { ENGLISH } from '../../wording/words';

/** Templates whose samples are said; more would hide other notes. */
const MOST_NOTED = 20;

/**
 * The mean of each template's samples and the one that costs the most, on the first model of the report; of a part of
 * one call the longest.
 */
export function sampleNotes(
  report: ExportReport,
  { currency }: { readonly currency: Currency | undefined },
): readonly string[] {
  const words = { ...ENGLISH, currency };
  const notes = estimatesByText(report).flatMap(({ path, estimates: [first] }) => {
    const spread = first && spreadOf(words, first);
    return spread === undefined
      ? []
      : [`${visibleText(path)}: ${first?.model.id ?? ''}: ${spread}`];
  });
  const all = [...notes, ...partNotes(report)];
  const more = all.length - MOST_NOTED;
  return more > 0 ? [...all.slice(0, MOST_NOTED), moreTemplates(more)] : all;
}

function partNotes({ parts, rows: [row] }: ExportReport): readonly string[] {
  if (!parts || !row) return [];
  return parts.countsOn(row.model).flatMap((count, index) => {
    const note = longestNote(ENGLISH, count);
    const path = visibleText(parts.paths[index] ?? '');
    return note === undefined ? [] : [`${path}: ${row.model.id}: ${note}`];
  });
}
