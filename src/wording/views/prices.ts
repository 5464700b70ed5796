import type { Problem } from '../../core/pricing/table/problem';
import { showNumber } from '../numbers';
import { describeProblem } from '../problems';
import type { Words } from '../words';

// Price tables that the user loads from a file.

export function notPriceTable(words: Words, file: string, problem: Problem): string {
  const { l10n } = words;
  return l10n.t('{0} is not a price table: {1}', file, describeProblem(words, problem));
}

export function notJson({ l10n }: Words, file: string, reason: string): string {
  return l10n.t('{0} is not JSON: {1}', file, reason);
}

/** Numbers of models of a loaded table. */
export interface UpdateCounts {
  readonly replaced: number;
  readonly added: number;
  readonly kept: number;
}

export function pricesUpdated(words: Words, { replaced, added, kept }: UpdateCounts): string {
  const { l10n } = words;
  return l10n.t(
    'Prices updated: {0} models replaced, {1} added, {2} kept because the bundled prices were checked later.',
    showNumber(words, replaced),
    showNumber(words, added),
    showNumber(words, kept),
  );
}

export function updateDialog({ l10n }: Words): {
  readonly title: string;
  readonly openLabel: string;
  readonly filter: string;
} {
  return {
    title: l10n.t('Update Prices from File'),
    openLabel: l10n.t('Use These Prices'),
    filter: l10n.t('Price tables'),
  };
}

/** @param wasLoaded whether a loaded table was in use. */
export function useBundledDone({ l10n }: Words, wasLoaded: boolean): string {
  return wasLoaded
    ? l10n.t('The bundled prices are in use again.')
    : l10n.t('The bundled prices are already in use.');
}

export function loadedPricesUnreadable({ l10n }: Words): string {
  return l10n.t(
    'Prices loaded from a file can no longer be read and are ignored. Load them again with "Update Prices from File", or run "Use Bundled Prices".',
  );
}

/** "… (2 more in the API Spend log)". */
export function firstOf(words: Words, problems: readonly string[]): string {
  const { l10n } = words;
  const [first = ''] = problems;
  const more = problems.length - 1;
  if (more <= 0) return first;
  return l10n.t('{0} ({1} more in the API Spend log)', first, showNumber(words, more));
}
