import { worstSample } from '../../core/estimate/counts/samples';
import { estimateCall, type Estimate } from '../../core/estimate/estimate';
import { estimatesByText, type ExportReport } from '../../core/export/report';
import type { Currency } from '../../core/figures/currency';
import { describeCost } from '../../wording/cost';
import { describeTokens } from '../../wording/count';
import { samplesNote } from '../../wording/views/templates';
import { ENGLISH } from '../../wording/words';
import type { CountedFile } from '../files/counted';

/** The mean and the longest of each template's samples, on the first model of the report. */
export function sampleNotes(
  files: readonly CountedFile[],
  report: ExportReport,
  { currency }: { readonly currency: Currency | undefined },
): readonly string[] {
  const byText = estimatesByText(report);
  const isEach = byText.length === files.length;
  return files.flatMap((file, index) => {
    const [first] = byText[isEach ? index : 0]?.estimates ?? [];
    return first && file.samples ? [noteOf(file, file.samples, first, report, currency)] : [];
  });
}

function noteOf(
  { path, countFor }: CountedFile,
  samples: NonNullable<CountedFile['samples']>,
  { model, scenario }: Estimate,
  { atMs }: ExportReport,
  currency: Currency | undefined,
): string {
  const words = { ...ENGLISH, currency };
  const counts = samples.map((count) => count(model));
  const worst = worstSample(counts);
  const [atMean, atWorst] = [countFor(model), counts[worst] ?? countFor(model)].map((count) =>
    estimateCall(model, count, scenario, atMs),
  ) as [Estimate, Estimate];
  const note = samplesNote(words, {
    samples: samples.length,
    meanTokens: describeTokens(words, atMean.count),
    meanCost: describeCost(words, atMean),
    worstTokens: describeTokens(words, atWorst.count),
    worstCost: describeCost(words, atWorst),
    worst: worst + 1,
  });
  return `${path}: ${model.id}: ${note}`;
}
