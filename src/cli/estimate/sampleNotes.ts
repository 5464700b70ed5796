import { isSampled } from '../../core/estimate/counts/sampled';
import { estimatesByText, type ExportReport } from '../../core/export/report';
import { visibleText } from '../../core/figures/visibleText';
import { moreTemplates } from '../../wording/documents/terminal';
import { longestNote, spreadOf } from '../../wording/views/templates';
import { about, type Words } from '../../wording/words';

/** Templates whose samples are said; more would hide other notes. */
const MOST_NOTED = 20;

/**
 * The mean of each template's samples and the one that costs the most, on the first model of the report; of a part of
 * one call the longest.
 */
export function sampleNotes(report: ExportReport, words: Words): readonly string[] {
  // Of thousands of requests on hundreds of models, each estimate takes its time.
  const haveSamples = report.rows.some(({ texts }) => texts.some(isSampled));
  const each = haveSamples ? estimatesByText(report) : [];
  const notes = each.flatMap(({ path, estimates: [first] }) => {
    const spread = first && spreadOf(words, first);
    return spread === undefined
      ? []
      : [about(words, visibleText(path), about(words, first?.model.id ?? '', spread))];
  });
  const all = [...notes, ...partNotes(words, report)];
  const more = all.length - MOST_NOTED;
  return more > 0 ? [...all.slice(0, MOST_NOTED), moreTemplates(words, more)] : all;
}

function partNotes(words: Words, { parts, rows: [row] }: ExportReport): readonly string[] {
  if (!parts || !row) return [];
  return parts.countsOn(row.model).flatMap((count, index) => {
    const note = longestNote(words, count);
    const path = visibleText(parts.paths[index] ?? '');
    return note === undefined ? [] : [about(words, path, about(words, row.model.id, note))];
  });
}
