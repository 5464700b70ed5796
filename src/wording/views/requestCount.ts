import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import type { Words } from '../words';

// Numbers of requests. All else that is said of files of requests, the room `requests`, is read with the first of them.

/** "1,000 requests". */
export function countOfRequests(words: Words, requests: number): string {
  const { l10n } = words;
  return counted(
    words,
    requests,
    l10n.t('[one]{0} request[other]{0} requests'),
    showNumber(words, requests),
  );
}

/** Shown in place of a cost: a file names servers, not their tools. */
export function toolsUnknown({ l10n }: Words): string {
  return l10n.t('Tools unknown');
}

/** "$2.51 as a batch". */
export function asBatch({ l10n }: Words, cost: string): string {
  return l10n.t('{0} as a batch', cost);
}

/** "1,000 requests in batch.jsonl". */
export function requestsIn(words: Words, requests: number, name: string): string {
  const { l10n } = words;
  return l10n.t('{0} in {1}', countOfRequests(words, requests), name);
}
