import { visibleText } from '../../core/figures/visibleText';
import { longestAnswer } from '../call';
import { costHeading } from '../cost';
import { showNumber } from '../numbers';
import { countOfRequests } from '../views/requestCount';
import { counted } from '../language/forms';
import type { Words } from '../words';
import { doesNotFit } from './derivation';
import { columnLabel } from './table';

// The requests of a file in the report.

/** In the order of the table. */
export const REQUEST_COLUMNS = ['request', 'tokens', 'answer', 'cost'] as const;

export type RequestColumn = (typeof REQUEST_COLUMNS)[number];

export function requestColumn(words: Words, column: RequestColumn): string {
  const { l10n } = words;
  switch (column) {
    case 'request':
      return l10n.t('Request');
    case 'tokens':
      return columnLabel(words, 'tokens', false);
    case 'answer':
      return longestAnswer(words);
    case 'cost':
      return costHeading(words);
  }
}

/** "Requests on GPT-4o mini". */
export function requestsHeading({ l10n }: Words, model: string): string {
  return l10n.t('Requests on {0}', model);
}

/** "line 17 · id-17", the name of a request. */
export function requestName(words: Words, line: number, id: string | undefined): string {
  const { l10n } = words;
  const place = l10n.t('line {0}', showNumber(words, line));
  return id === undefined ? place : `${place} · ${visibleText(id)}`;
}

/** The button that opens a request. */
export function goToRequest({ l10n }: Words, name: string): string {
  return l10n.t('Go to {0}', name);
}

export type RequestsLabel = 'filter' | 'noneFound' | 'misfit';

export function requestsLabel(words: Words, label: RequestsLabel): string {
  const { l10n } = words;
  switch (label) {
    case 'filter':
      return l10n.t('Filter requests');
    case 'noneFound':
      return l10n.t('No request passes the filter. Type less of it, or clear it.');
    case 'misfit':
      return doesNotFit(words);
  }
}

/** The box that leaves only requests that do not fit: "Only the 3 that do not fit". */
export function onlyMisfits(words: Words, requests: number): string {
  const { l10n } = words;
  return counted(
    words,
    requests,
    l10n.t('[one]Only the one that does not fit[other]Only the {0} that do not fit'),
    showNumber(words, requests),
  );
}

/** "All 1,000 requests". */
export function allRequests(words: Words, requests: number): string {
  const { l10n } = words;
  if (requests === 1) return countOfRequests(words, requests);
  return counted(words, requests, l10n.t('[other]All {0} requests'), showNumber(words, requests));
}

/** The page has no room for so many. @param most that it shows. */
export function tooManyRequests(
  words: Words,
  name: string,
  requests: number,
  most: number,
): string {
  const { l10n } = words;
  return counted(
    words,
    requests,
    l10n.t(
      '[other]{0} has {1} requests; the report shows files of up to {2}. The status bar, the comparison and the terminal price all of them.',
    ),
    visibleText(name),
    showNumber(words, requests),
    showNumber(words, most),
  );
}
