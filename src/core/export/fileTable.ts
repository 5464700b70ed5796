import { estimateEach, type Estimate } from '../estimate/estimate';
import { formatTokens } from '../figures/formats';
import { estimateMark } from '../tokens/tokenCount';
import type { ExportSentences } from './sentences';
import { alignedTable, codeCell, type FormatAmount } from './markdownCells';

/** Maximum number of files listed, so that the table fits into a comment on a pull request; the sum includes all. */
const MAX_FILES = 50;

/** Tokens and cost of each file with the baseline's model, most tokens first, and the sum of all files. */
export function fileTable(
  paths: readonly string[],
  baseline: Estimate,
  money: FormatAmount,
  say: ExportSentences,
): string {
  const { count, model } = baseline;
  const cost = (estimate: Estimate): string =>
    estimate.price.kind === 'priced'
      ? estimateMark(count) + money(estimate.price.expected.total)
      : say.noPrice;
  const lines = estimateEach(baseline)
    .map((estimate, index) => ({ path: paths[index] ?? '', estimate }))
    .toSorted((a, b) => b.estimate.count.tokens - a.estimate.count.tokens)
    .slice(0, MAX_FILES)
    .map(({ path, estimate }) => [
      codeCell(path),
      estimateMark(count) + formatTokens(estimate.count.tokens),
      cost(estimate),
    ]);
  const left = paths.length - lines.length;
  const rest = left > 0 ? [[say.smallerFiles(left), '', '']] : [];
  const sum = [`**${say.allFiles(paths.length)}**`, say.count(count), cost(baseline)];
  const headings = [say.column('file'), say.column('tokens'), say.costWith(codeCell(model.id))];
  return alignedTable(headings, [true, false, false], [...lines, ...rest, sum]);
}
