import type { RequestFacts } from '../../core/requests/facts';
import { visibleText } from '../../core/figures/visibleText';
import { showNumber } from '../numbers';
import type { Words } from '../words';
import { countOfRequests } from './requestCount';
import { fileNotes } from '../requests/notes';

// Files of requests among others.

/** "batch.jsonl (1,000 requests)". */
export function withRequests(words: Words, name: string, requests: number): string {
  return `${name} (${countOfRequests(words, requests)})`;
}

/** What is not in the price of a file of requests, or not certain. */
export function missingNotes(words: Words, facts: RequestFacts): readonly string[] {
  // The first note is what kind of file it is.
  return [...fileNotes(words, facts).slice(1), ...severalModelsNotes(words, facts)];
}

/** Among other files, a file of requests is on one model. */
export function severalModelsNotes(
  words: Words,
  { modelNames, kind }: Pick<RequestFacts, 'modelNames' | 'kind'>,
): readonly string[] {
  const { l10n } = words;
  if (modelNames.length < 2 || kind === 'training') return [];
  return [
    l10n.t(
      'its requests name {0} models, and are all priced on one here; open the file by itself for each on its own',
      showNumber(words, modelNames.length),
    ),
  ];
}

/** "batch.jsonl: 2 lines are not in the price: …" */
export function noteOnFile(name: string, note: string): string {
  return `${visibleText(name)}: ${note}`;
}

/** In place of what is said of many files. */
export function moreNotes(words: Words, notes: number): string {
  const { l10n } = words;
  return notes === 1
    ? l10n.t('1 more note on files of requests; open a file to read it.')
    : l10n.t(
        '{0} more notes on files of requests; open a file to read them.',
        showNumber(words, notes),
      );
}
