import type { Estimate } from '../estimate/estimate';
import { byCost } from '../estimate/own/byCost';
import { estimateEach } from '../estimate/own/each';
import { formatTokens } from '../figures/formats';
import { estimateMark } from '../tokens/tokenCount';
import type { ExportedParts, ExportReport } from './report';
import type { ExportSentences } from './sentences';
import { alignedTable, codeCell, type FormatAmount } from './markdownCells';

/** Of a file of requests, perhaps several. */
function modelsOf({ model, shares }: Estimate): string {
  const models = shares?.map(({ estimate }) => estimate.model) ?? [model];
  return models.map(({ id }) => codeCell(id)).join(', ');
}

/** Maximum number of files listed, so that the table fits into a comment on a pull request; the sum includes all. */
const MAX_FILES = 50;

/**
 * Tokens and cost of each file or request, the most expensive first, and the sum of all files.
 *
 * @param sum of all files on one model, or of each on its own, which is then named.
 */
export function fileTable(
  {
    paths,
    customIds = [],
    requests,
    files = paths.length,
  }: Pick<ExportReport, 'paths' | 'customIds' | 'requests' | 'files'>,
  sum: Estimate,
  money: FormatAmount,
  say: ExportSentences,
): string {
  const { count, model, shares } = sum;
  const modelCell = (text: string): string[] => (shares ? [text] : []);
  const cost = (estimate: Estimate): string =>
    estimate.price.kind === 'priced'
      ? estimateMark(count) + money(estimate.price.expected.total)
      : say.noPrice;
  const lines = estimateEach(sum)
    .map((estimate, index) => ({ path: paths[index] ?? '', id: customIds[index], estimate }))
    .toSorted((a, b) => byCost(a.estimate, b.estimate))
    .slice(0, MAX_FILES)
    .map(({ path, id, estimate }) => {
      const name = codeCell(path) + (id === undefined ? '' : ` ${codeCell(id)}`);
      const names = [name].concat(modelCell(modelsOf(estimate)));
      const tokens = estimateMark(count) + formatTokens(estimate.count.tokens);
      return names.concat(tokens, cost(estimate));
    });
  const left = paths.length - lines.length;
  const rest =
    left > 0
      ? [[requests ? say.smallerRequests(left) : say.smallerFiles(left), ...modelCell(''), '', '']]
      : [];
  const last = [
    `**${requests ? say.allRequests(paths.length) : say.allFiles(files)}**`,
    ...modelCell(''),
    say.count(count),
    cost(sum),
  ];
  const headings = [
    say.column(requests ? 'request' : 'file'),
    ...modelCell(say.column('model')),
    say.column('tokens'),
    shares ? say.column('cost') : say.costWith(codeCell(model.id)),
  ];
  const isText = [true, ...(shares ? [true] : []), false, false];
  return alignedTable(headings, isText, [...lines, ...rest, last]);
}

/** Tokens of each file of one call, most tokens first, and of the call: with its own headers, of all. */
export function partTable(
  { paths, countsOn }: ExportedParts,
  { model, counts }: Estimate,
  say: ExportSentences,
): string {
  const [whole] = counts;
  const files = countsOn(model)
    .map((count, index) => ({ path: paths[index] ?? '', count }))
    .toSorted((a, b) => b.count.tokens - a.count.tokens);
  const lines = files
    .slice(0, MAX_FILES)
    .map(({ path, count }) => [codeCell(path), estimateMark(count) + formatTokens(count.tokens)]);
  const left = files.length - lines.length;
  const rest = left > 0 ? [[say.smallerFiles(left), '']] : [];
  const last = [`**${say.oneCall(paths.length)}**`, whole ? say.count(whole) : ''];
  const headings = [say.column('file'), say.tokensWith(codeCell(model.id))];
  return alignedTable(headings, [true, false], [...lines, ...rest, last]);
}
