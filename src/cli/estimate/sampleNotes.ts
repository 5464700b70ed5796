import { estimateCall, type Estimate } from '../../core/estimate/estimate';
import { estimatesByText, type ExportReport } from '../../core/export/report';
import { visibleText } from '../../core/figures/visibleText';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { moreTemplates } from '../../wording/documents/terminal';
import { spreadTo } from '../../wording/views/templates';
import { about, type Words } from '../../wording/words';
import type { CountedFile } from '../files/counted';

/** Templates of which the longest sample is said; more would hide other notes. */
const MOST_NOTED = 20;

/** The mean and the longest of each template's samples, on the first model of the report. */
export function sampleNotes(
  files: readonly CountedFile[],
  report: ExportReport,
  words: Words,
): readonly string[] {
  const byText = estimatesByText(report);
  const isEach = byText.length === files.length;
  const notes = files.flatMap(({ path, countFor, longestFor }, index) => {
    const [first] = byText[isEach ? index : 0]?.estimates ?? [];
    if (!first || !longestFor) return [];
    const { model } = first;
    const { samples, count, place } = longestFor(model);
    const price = (of: TokenCount): Estimate =>
      estimateCall(model, of, first.scenario, report.atMs);
    const longest = { samples, estimate: price(count), place };
    const spread = spreadTo(words, price(countFor(model)), longest);
    return [about(words, visibleText(path), about(words, model.id, spread))];
  });
  const more = notes.length - MOST_NOTED;
  return more > 0 ? [...notes.slice(0, MOST_NOTED), moreTemplates(words, more)] : notes;
}
