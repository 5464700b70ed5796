import { assumesConversation, withoutConversation } from '../../core/scenario/conversation';
import type { Scenario } from '../../core/scenario/scenario';
import { mixedBatchNote } from '../../wording/documents/requests';
import { standingNote } from '../../wording/requests/notes';
import type { Words } from '../../wording/words';
import type { CountedFile } from '../files/counted';
import type { Input } from '../files/read';
import type { ReadRequests } from '../files/requests';
import type { EstimateOptions } from './options';

/** Requests are calls as they stand, and those of a batch have its price. */
export function scenarioOf(
  scenario: Scenario,
  input: Input,
  { usesStated }: EstimateOptions,
): Scenario {
  if (input.kind !== 'requests') return scenario;
  const isBatch = usesStated && input.files.every(({ kind }) => kind === 'batch');
  return { ...withoutConversation(scenario), ...(isBatch ? { batch: true } : {}) };
}

/**
 * What of the assumptions holds for only some of the requests, or for none.
 *
 * @param scenario as it is given.
 */
export function callNotes(
  words: Words,
  input: Input,
  files: readonly CountedFile[],
  scenario: Scenario,
  { usesStated }: EstimateOptions,
): readonly string[] {
  const haveRequests = input.kind === 'requests' || files.some(({ requests }) => requests);
  return [
    ...(input.kind === 'requests' && usesStated ? mixedBatches(words, input.files) : []),
    ...(haveRequests && assumesConversation(scenario) ? [standingNote(words)] : []),
  ];
}

/** Which of the files have the price of a batch, where others have not. */
function mixedBatches(words: Words, files: readonly ReadRequests[]): readonly string[] {
  const batches = files.filter(({ kind }) => kind === 'batch').map(({ path }) => path);
  return batches.length > 0 && batches.length < files.length
    ? [mixedBatchNote(words, batches)]
    : [];
}
