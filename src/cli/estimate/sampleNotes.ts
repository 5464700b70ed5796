import { estimateCall, type Estimate } from '../../core/estimate/estimate';
import { estimatesByText, type ExportReport } from '../../core/export/report';
import type { Currency } from '../../core/figures/currency';
import type { Model } from '../../core/pricing/table/priceTable';
import { spreadOf } from '../../wording/views/templates';
import { ENGLISH } from '../../wording/words';
import type { CountedFile } from '../files/counted';
import type { CountFor } from '../countTexts';

/** The mean and the longest of each template's samples, on the first model of the report. */
export function sampleNotes(
  files: readonly CountedFile[],
  report: ExportReport,
  { currency }: { readonly currency: Currency | undefined },
): readonly string[] {
  const byText = estimatesByText(report);
  const isEach = byText.length === files.length;
  return files.flatMap(({ path, countFor, samples }, index) => {
    const [first] = byText[isEach ? index : 0]?.estimates ?? [];
    if (!first || !samples) return [];
    const { model } = first;
    const price = (count: CountFor): Estimate => priceOf(model, count, first.scenario, report);
    const spread = spreadOf({ ...ENGLISH, currency }, price(countFor), samples.map(price));
    return [`${path}: ${model.id}: ${spread}`];
  });
}

function priceOf(
  model: Model,
  count: CountFor,
  scenario: Estimate['scenario'],
  { atMs }: ExportReport,
): Estimate {
  return estimateCall(model, count(model), scenario, atMs);
}
