import type { Estimate } from '../../core/estimate/estimate';
import { countedBeside } from '../../core/estimate/own/usage';
import type { Model } from '../../core/pricing/table/priceTable';
import type { RequestFacts } from '../../core/requests/facts';
import type { RequestFile } from '../../core/requests/request';
import type { TokenCount } from '../../core/tokens/tokenCount';
import type { WithoutModel } from '../../wording/requests/models';
import { estimateNotes } from '../../wording/requests/notes';
import type { Words } from '../../wording/words';

// What only files of requests need, read with the first of them.
export { besideEach } from '../../core/estimate/own/beside';
export { requestFacts } from '../../core/requests/facts';
export { readRequestFile } from '../../core/requests/read';

/** Of the estimate of requests. */
interface Result {
  readonly apartOn: (model: Model) => readonly (TokenCount | undefined)[];
  readonly ownModels: { readonly without: WithoutModel | undefined } | undefined;
}

/** All that is said of the requests of an estimate. */
export function notesOn(
  words: Words,
  { facts, requests }: Pick<RequestFile, 'requests'> & { readonly facts: RequestFacts },
  estimate: Estimate,
  { apartOn, ownModels }: Result,
): readonly string[] {
  const beside = facts.usage ? countedBeside(estimate, requests, apartOn) : [];
  const servers = facts.servers ? apartOn(estimate.model) : [];
  return estimateNotes(words, facts, estimate, { servers, without: ownModels?.without, beside });
}
