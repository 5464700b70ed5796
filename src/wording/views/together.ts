import type { Advice } from '../../core/estimate/context/advice';
import type { LeftOut } from '../../core/estimate/context/leaveOut';
import { timesOf } from '../../core/estimate/ranking';
import type { Estimate } from '../../core/estimate/estimate';
import type { HeaderStyle } from '../../core/files/packed/styles';
import { visibleText } from '../../core/figures/visibleText';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { describeCost } from '../cost';
import { describeTokens } from '../count';
import { showNumber, showRatio } from '../numbers';
import { counted } from '../language/forms';
import { commas, inBrackets } from '../language/lists';
import type { Words } from '../words';

// Files as one call: what is said of it in the report and in a terminal.

/** Names of entries that are said; of more, the number. */
const MOST_NAMED = 5;

/**
 * "Without docs/ it costs 49.8% ($0.41): the prompt has at most 200,000 tokens." or "Without docs/ it fits: prompt and
 * answer have at most 128,000 tokens."
 *
 * @param together the estimate with all files.
 */
export function describeAdvice(
  words: Words,
  { edge, entries, gone, without }: Advice,
  together: Estimate,
): string {
  const { l10n } = words;
  const names = listEntries(words, entries, gone);
  const most = showNumber(words, edge.tokens);
  if (edge.kind === 'window') {
    return counted(
      words,
      edge.tokens,
      l10n.t('[other]Without {0} it fits: prompt and answer have at most {1} tokens.'),
      names,
      most,
    );
  }
  const cost = describeCost(words, without);
  const times = timesOf(without, together);
  return times === undefined
    ? counted(
        words,
        edge.tokens,
        l10n.t('[other]Without {0} it costs {1}: the prompt has at most {2} tokens.'),
        names,
        cost,
        most,
      )
    : counted(
        words,
        edge.tokens,
        l10n.t('[other]Without {0} it costs {1} of that, {2}: the prompt has at most {3} tokens.'),
        names,
        showRatio(words, times),
        cost,
        most,
      );
}

/** "docs/ (120,000 tokens)", "a.md, b.md (≈3,000 tokens)". */
function listEntries(words: Words, entries: readonly LeftOut[], gone: TokenCount): string {
  const { l10n } = words;
  const named = entries
    .slice(0, MOST_NAMED)
    .map(({ path, isFolder }) => visibleText(isFolder ? `${path}/` : path));
  const more = entries.length - named.length;
  const list = commas(words, named);
  const forms = l10n.t('[one]{0} and {1} more file[other]{0} and {1} more files');
  const all = more > 0 ? counted(words, more, forms, list, showNumber(words, more)) : list;
  return inBrackets(words, all, describeTokens(words, gone));
}

/** Tokens are added where texts meet, and what that means. */
export function addedTokensNote({ l10n }: Words, headers: HeaderStyle): string {
  return headers === 'none'
    ? l10n.t('The tokens of the files are added: where two meet, a token more or less is possible.')
    : l10n.t(
        'The tokens of files and headers are added: where they meet, a token or two more or less are possible.',
      );
}

/** Why not all files are one call. */
export function requestsAloneNote(words: Words, files: number): string {
  const { l10n } = words;
  return l10n.t(
    'Files of API requests, which stay calls of their own: {0}',
    showNumber(words, files),
  );
}
