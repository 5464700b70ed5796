import { compareByCost, type Estimate } from '../estimate/estimate';
import { estimateToJson } from './estimateJson';
import { checkedDays, type ExportReport } from './report';
import type { ExportSentences } from './sentences';
import { completeScenario } from '../scenario/scenario';
import { spellOut } from '../scenario/spellOut';
import { visibleJson } from '../figures/visibleText';

/** The report as JSON, described in docs/exports.md; amounts are US dollars as decimal strings. */
export function exportJson(
  { version, atMs, scenario, files }: ExportReport,
  say: Pick<ExportSentences, 'counting'>,
): string {
  const days = checkedDays(files.flatMap(({ estimates }) => estimates.map(({ price }) => price)));
  const report = {
    schemaVersion: 1,
    program: { name: 'API Spend', version },
    at: new Date(atMs).toISOString(),
    assumptions: spellOut(scenario),
    pricesChecked: days ?? null,
    files: files.map(({ path, estimates }) => ({
      path,
      estimates: estimates.toSorted(compareByCost).map((estimate) => datedEstimate(estimate, say)),
    })),
  };
  return `${visibleJson(JSON.stringify(report, null, 2))}\n`;
}

/** Every assumption is spelt out, so that it does not matter which ones were left out. */
function datedEstimate(estimate: Estimate, say: Pick<ExportSentences, 'counting'>) {
  const { model, price, scenario } = estimate;
  const json = {
    ...estimateToJson({ ...estimate, scenario: completeScenario(scenario) }),
    counting: say.counting(model),
  };
  if (price.kind === 'unpriced') return json;
  const { source } = price.applied.period;
  return {
    ...json,
    priceChecked: source.checked,
    priceSource: source.url,
    priceOrigin: source.origin,
    retired: price.applied.retired,
  };
}
