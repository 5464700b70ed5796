import type { Estimate } from '../estimate/estimate';
import { hasNoText } from '../estimate/textShare';
import { misfitsOf } from '../estimate/own/byCost';
import { estimateEach } from '../estimate/own/each';
import { findCheapest, groupRows, rankEstimates } from '../estimate/ranking';
import { escapeMarkdown } from '../figures/escapeMarkdown';
import { formatMoney } from '../figures/formats';
import { markdownCode } from '../figures/markdownCode';
import { visibleText } from '../figures/visibleText';
import { countingSources } from './countingSources';
import type { FormatAmount } from './markdownCells';
import { fileTable, partTable } from './fileTable';
import { modelTable } from './modelTable';
import type { MarkdownReport } from './markdownReport';
import { answersOf, assumptionsOf, priceDays, type ExportReport } from './report';
import type { ExportSentences } from './sentences';

/** The report as Markdown for a pull request: a table of models and, for several files, a table of files. */
export function exportMarkdown(report: MarkdownReport, say: ExportSentences): string {
  const ranked = rankEstimates(report.rows);
  const chosen = ranked.find(({ model }) => model.id === report.baselineId);
  const baseline = chosen ?? findCheapest(ranked);
  // Where none can be bought, such as for an answer that is too long, the table says what is too much.
  const listed =
    report.eachOnOwn ?? baseline ?? ranked.find(({ price }) => price.kind === 'priced');
  const { users, pinned, others } = groupRows(ranked, report);
  const rows = [...users, ...pinned, ...others];
  const money: FormatAmount = (amount) => formatMoney(amount, report.currency);
  const sections = [
    `### ${say.title(subjectText(report, say))}`,
    `${say.assumptions(assumptionsOf(report), answersOf(report)).join(' · ')}.`,
    modelTable(report, rows, baseline, money, say),
    ...(report.paths.length > 1 && listed ? [fileTable(report, listed, money, say)] : []),
    ...(report.parts && listed && report.parts.paths.length > 1
      ? [partTable(report.parts, listed, say)]
      : []),
    ...misfitList(report, listed, say),
    ...templateList(report, listed, say),
    ...badLines(report, say),
    countingList(rows, say),
    footnote(report, rows, say),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** Lines listed, so that the list fits into a comment. */
const MAX_LINES = 50;

/** The lines of files that are no requests. */
function badLines({ badLines: lines = [] }: ExportReport, say: ExportSentences): readonly string[] {
  if (lines.length === 0) return [];
  const items = lines
    .slice(0, MAX_LINES)
    .map(
      ({ path, line, reason }) => `- ${markdownCode(`${path}:${line}`)} ${say.whyBadLine(reason)}`,
    );
  const rest = lines.length > MAX_LINES ? ['- …'] : [];
  return [`${say.badLines(lines.length)}:`, [...items, ...rest].join('\n')];
}

/** The requests that do not fit: one of them may be nearly all of the sum. */
function misfitList(
  { requests, paths }: ExportReport,
  listed: Estimate | undefined,
  say: ExportSentences,
): readonly string[] {
  const found = requests && listed && paths.length > 1 ? misfitsOf(listed) : [];
  if (found.length === 0) return [];
  const named = found.map(({ index, shareOfCost }) => {
    return { name: markdownCode(paths[index] ?? ''), shareOfCost };
  });
  return [`${say.misfits(named)}.`];
}

/** What is said of the values of templates: of each text, and of each file of one call. */
function templateList(
  { paths, templates = [], parts, currency }: MarkdownReport,
  listed: Estimate | undefined,
  say: ExportSentences,
): readonly string[] {
  if (!listed) return [];
  const each = templates.some((template) => template) ? estimateEach(listed) : [];
  const items = [
    ...paths.map((path, index) => ({
      path,
      notes: say.template(templates[index], each[index], currency),
    })),
    ...(parts?.paths ?? []).map((path, index) => ({
      path,
      notes: say.template(parts?.templates?.[index], undefined, currency),
    })),
  ].filter(({ notes }) => notes.length > 0);
  if (items.length === 0) return [];
  const lines = items
    .slice(0, MAX_LINES)
    .map(({ path, notes }) => `- ${markdownCode(path)}: ${escapeMarkdown(notes.join(' '))}`);
  const rest = items.length > MAX_LINES ? ['- …'] : [];
  return [`${say.templates}:`, [...lines, ...rest].join('\n')];
}

function subjectText(
  { paths, scenario, rows, requests, files = paths.length }: ExportReport,
  say: ExportSentences,
): string {
  const [first] = paths;
  if (requests) {
    const name = markdownCode(requests.name);
    return paths.length === 1 ? name : say.requestsIn(paths.length, name);
  }
  if (files !== 1 || first === undefined) {
    return say.callsOnFiles(files, (scenario.conversationTurns ?? 1) > 1);
  }
  const name = markdownCode(first);
  return rows[0] && hasNoText(rows[0]) ? say.withoutText(name) : name;
}

/** How each model's tokens are counted, in a collapsed section. */
function countingList(rows: readonly Estimate[], say: ExportSentences): string {
  const models = rows.map(({ model }) => model);
  const items = countingSources(models, say.counting).map(
    ({ ids, counting }) =>
      `- ${ids.map(markdownCode).join(', ')}: ${escapeMarkdown(visibleText(counting))}`,
  );
  return [
    `<details><summary>${say.countingHeading}</summary>`,
    items.join('\n'),
    '</details>',
  ].join('\n\n');
}

function footnote(
  { version, atMs, currency, moreModels = 0 }: MarkdownReport,
  rows: readonly Estimate[],
  say: ExportSentences,
): string {
  const time = `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const facts = [
    moreModels > 0 ? say.modelsShown(rows.length, rows.length + moreModels) : undefined,
    say.estimates('table'),
    say.daysPerMonth,
    ...say.priceDays(priceDays(rows)),
    ...say.conversion(currency),
    say.pricedFor(time),
    `API Spend ${version}`,
  ];
  return `<sub>${facts.filter((fact) => fact !== undefined).join(' · ')}</sub>`;
}
