import { estimateToJson } from '../../core/export/estimateJson';
import { estimatesByText, type ExportReport } from '../../core/export/report';
import { visibleJson } from '../../core/figures/visibleText';
import { completeScenario } from '../../core/scenario/scenario';
import { ENGLISH_EXPORT } from '../../wording/documents/export';

/** The JSON of `--json`: only the estimates. `--format json` adds assumptions, dates and version. */
export function renderEstimates(report: ExportReport): string {
  const json = {
    schemaVersion: 1,
    treatTextAs: completeScenario(report.scenario).treatTextAs,
    notPriced: report.requests?.badLines,
    files: estimatesByText(report).map(({ path, estimates }) => ({
      path,
      estimates: estimates.map((estimate) => estimateToJson(estimate, ENGLISH_EXPORT)),
    })),
  };
  return `${visibleJson(JSON.stringify(json, null, 2))}\n`;
}
