import type { RequestFacts } from '../../core/requests/facts';
import { visibleText } from '../../core/figures/visibleText';
import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import { inBrackets } from '../language/lists';
import { about, type Words } from '../words';
import { countOfRequests } from './requestCount';
import { fileNotes } from '../requests/notes';

// Files of requests among others.

/** "batch.jsonl (1,000 requests)". */
export function withRequests(words: Words, name: string, requests: number): string {
  return inBrackets(words, name, countOfRequests(words, requests));
}

/** What is not in the price of a file of requests, or not certain. @param onYours requests that name no known model. */
export function missingNotes(
  words: Words,
  facts: RequestFacts,
  onYours: number,
): readonly string[] {
  // The first note is what kind of file it is.
  return [...fileNotes(words, facts).slice(1), ...onYoursNotes(words, onYours)];
}

/** "2 requests name no model of the price table, and are priced on your model". */
function onYoursNotes(words: Words, requests: number): readonly string[] {
  const { l10n } = words;
  if (requests === 0) return [];
  return [
    counted(
      words,
      requests,
      l10n.t(
        '[one]{0} request names no model of the price table, and is priced on your model[other]{0} requests name no model of the price table, and are priced on your model',
      ),
      showNumber(words, requests),
    ),
  ];
}

/** "batch.jsonl: 2 lines are not in the price: …" */
export function noteOnFile(words: Words, name: string, note: string): string {
  return about(words, visibleText(name), note);
}

/** In place of what is said of many files. */
export function moreNotes(words: Words, notes: number): string {
  const { l10n } = words;
  return counted(
    words,
    notes,
    l10n.t(
      '[one]{0} more note on files of requests; open a file to read it.[other]{0} more notes on files of requests; open a file to read them.',
    ),
    showNumber(words, notes),
  );
}
