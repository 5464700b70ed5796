import type { ExportedLine } from '../../core/export/report';
import type { BadLine } from '../../core/requests/request';
import { visibleText } from '../../core/figures/visibleText';
import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import { commas, semicolons } from '../language/lists';
import { about, type Words } from '../words';

// Lines that are no requests, and ids that stand more than once.

const MAX_IDS = 5;

const MAX_LINES = 3;

export function repeatedIdsNote(words: Words, ids: readonly string[]): string {
  const { l10n } = words;
  const rest = ids.length > MAX_IDS ? ['…'] : [];
  const shown = [...ids.slice(0, MAX_IDS).map(visibleText), ...rest];
  return l10n.t('ids that stand more than once: {0}', commas(words, shown));
}

/** "is not JSON", behind the place of a line. */
export function whyBadLine({ l10n }: Words, reason: ExportedLine['reason']): string {
  switch (reason) {
    case 'toolsUnknown':
      return l10n.t('is unknown: the file names MCP servers, not their tools');
    case 'notJson':
      return l10n.t('is not JSON');
    case 'notRequest':
      return l10n.t('is no request that can be read');
    case 'otherKind':
      return l10n.t('is of another kind than most lines');
    case 'unknownModel':
      return l10n.t('names a model that the price table does not have');
    case 'noModel':
      return l10n.t('names no model');
  }
}

/** "line 17 is not JSON". */
export function badLine(words: Words, { line, reason }: BadLine): string {
  const { l10n } = words;
  return l10n.t('line {0} {1}', showNumber(words, line), whyBadLine(words, reason));
}

/** "2 lines are not in the price". */
export function badLinesHeading(words: Words, lines: number): string {
  const { l10n } = words;
  return counted(
    words,
    lines,
    l10n.t('[one]{0} line is not in the price[other]{0} lines are not in the price'),
    showNumber(words, lines),
  );
}

/** "2 lines are not in the price: line 17 is not JSON; line 20 is not JSON". */
export function badLinesNote(words: Words, lines: readonly BadLine[]): string {
  const rest = lines.length > MAX_LINES ? ['…'] : [];
  const each = [...lines.slice(0, MAX_LINES).map((line) => badLine(words, line)), ...rest];
  return about(words, badLinesHeading(words, lines.length), semicolons(words, each));
}
