import type { Estimate } from '../../core/estimate/estimate';
import { countedBeside } from '../../core/estimate/own/usage';
import type { Model } from '../../core/pricing/table/priceTable';
import type { RequestFacts } from '../../core/requests/facts';
import type { RequestFile } from '../../core/requests/request';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { withoutModelNotes, type WithoutModel } from '../../wording/requests/models';
import { estimateNotes, fileNotes } from '../../wording/requests/notes';
import { serverNotes, tokensOfServers } from '../../wording/requests/servers';
import { besideUsageNotes } from '../../wording/requests/usage';
import type { Words } from '../../wording/words';

// What only files of requests need, read with the first of them.
export { estimateOnOwn, modelsOfRequests } from '../../core/estimate/own/eachOnOwn';
export { besideEach } from '../../core/estimate/own/beside';
export { beginningOfRequests } from '../../core/requests/parts/beginning';
export { requestFacts } from '../../core/requests/facts';
export { isWhole, readRequestFile } from '../../core/requests/read';

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

/** The same for a report, which has the distribution and what does not fit in places of its own. */
export function notesOfReport(
  words: Words,
  { facts, requests }: Pick<RequestFile, 'requests'> & { readonly facts: RequestFacts },
  { apartOn, ownModels, current, model }: Result & ReportResult,
): readonly string[] {
  const { servers = [], usage } = facts;
  return [
    ...fileNotes(words, facts),
    ...serverNotes(
      words,
      servers,
      servers.length > 0 ? tokensOfServers(words, apartOn(model)) : [],
    ),
    ...besideUsageNotes(words, usage ? countedBeside(current(), requests, apartOn) : []),
    ...withoutModelNotes(words, ownModels?.without),
  ];
}

interface ReportResult {
  readonly current: () => Estimate;
  readonly model: Model;
}
