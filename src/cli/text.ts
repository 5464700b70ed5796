import type { Estimate } from '../core/estimate/estimate';
import { countingSources } from '../core/export/countingSources';
import { estimatesByFile, priceSources, type ExportReport } from '../core/export/report';
import type { Currency } from '../core/figures/currency';
import { completeScenario } from '../core/scenario/scenario';
import { describeCounting } from '../wording/count';
import { describeSource, tableTitle } from '../wording/terminal';
import { capitalize, ENGLISH } from '../wording/words';
import { renderTextTable } from './table';

/** The tables of a report in monospaced text, and the sources of their counts and prices. */
export function renderText(report: ExportReport, currency: Currency | undefined): string {
  const words = { ...ENGLISH, currency };
  const scenario = completeScenario(report.scenario);
  return estimatesByFile(report)
    .map(({ path, estimates }) => {
      const title = capitalize(words, tableTitle(words, path, scenario));
      return `${title}\n\n${renderTextTable(estimates, { currency })}\n`;
    })
    .concat(renderCounting(report.rows), renderSources(report.rows))
    .join('\n');
}

/** What the counts that are not exact rest on. */
function renderCounting(estimates: readonly Estimate[]): readonly string[] {
  const models = estimates.map(({ model }) => model);
  const inexact = models.filter(({ tokenizer }) => tokenizer.accuracy !== 'exact');
  const sources = countingSources(inexact, (model) => describeCounting(ENGLISH, model));
  if (sources.length === 0) return [];
  return [sources.map(({ ids, counting }) => `${ids.join(', ')}:\n  ${counting}\n`).join('')];
}

/** Where the prices are from, and the days on which they were checked. */
function renderSources(estimates: readonly Estimate[]): readonly string[] {
  const sources = priceSources(estimates).map(({ url, checked, ids }) =>
    describeSource(ids, checked, url),
  );
  return sources.length === 0 ? [] : [sources.join('')];
}
