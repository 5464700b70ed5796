import { visibleJson } from '../figures/visibleText';
import { spellOut } from '../scenario/spellOut';
import { estimateToJson } from './estimateJson';
import { partsToJson } from './partsJson';
import {
  assumptionsOf,
  estimatesByText,
  priceDays,
  tellsCaching,
  type ExportReport,
} from './report';
import { samplesToJson, templateToJson } from './samples';
import type { ExportSentences } from './sentences';

/** The report as JSON, described in docs/exports.md; amounts are US dollars as decimal strings. */
export function exportJson(report: ExportReport, say: Pick<ExportSentences, 'counting'>): string {
  const { version, atMs, rows, moreModels, staleAfterDays, badLines } = report;
  const { checked, published } = priceDays(rows);
  const hasCaching = tellsCaching(report);
  const json = {
    schemaVersion: 1,
    program: { name: 'API Spend', version },
    at: new Date(atMs).toISOString(),
    assumptions: spellOut(assumptionsOf(report)),
    moreModels: moreModels ?? null,
    pricesChecked: checked ?? null,
    pricesPublished: published ?? null,
    notPriced: badLines,
    files: estimatesByText(report).map(
      ({ path, customId, ownModelId, call, requests, template, estimates }, index) => ({
        path,
        customId,
        requests,
        template: templateToJson(template),
        parts: index === 0 ? partsToJson(report) : undefined,
        ownModel: ownModelId,
        ownAssumptions: Object.keys(call).length === 0 ? undefined : call,
        estimates: estimates.map((estimate) => ({
          ...estimateToJson(estimate, say, { staleAfterDays, hasCaching }),
          ...samplesToJson(estimate),
        })),
      }),
    ),
  };
  return `${visibleJson(JSON.stringify(json, null, 2))}\n`;
}
