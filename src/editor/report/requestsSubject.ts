import type { UseOfStated } from '../../core/estimate/own/calls';
import { groupModels } from '../../core/estimate/counts/groups';
import { lastName } from '../../core/files/paths';
import type { Model } from '../../core/pricing/table/priceTable';
import type { ApiRequest } from '../../core/requests/request';
import type { ReportSubject, WireCount } from '../../protocol/subject';
import { wireCall, wireCount } from '../../protocol/wire';
import { requestName, tooManyRequests } from '../../wording/page/requests';
import { asSentence } from '../../wording/words';
import type { OpenRequests } from '../counting/requestFiles';
import type { CountedSubject } from '../live/counted';
import { fileName } from '../subject/named';
import { usesStated } from '../settings/fileCalls';
import { subjectUri, type CountableSubject } from '../subject/subject';
import { wordsOf } from '../words';
import { beginningOf } from './beginning';

/** More rows are too many for a page. */
const MOST_REQUESTS = 20_000;

/** Why a page does not show the requests; undefined if it does. */
export function whyNotShown({ requests }: Pick<CountedSubject, 'requests'>): string | undefined {
  const count = requests?.requests.length ?? 0;
  if (!requests || count <= MOST_REQUESTS) return undefined;
  const { path } = requests.document.uri;
  return tooManyRequests(wordsOf(), lastName(path), count, MOST_REQUESTS);
}

/** A file of requests, with a count of each request for each group of models. */
export function requestsSubject(
  subject: CountableSubject,
  result: CountedSubject,
  open: OpenRequests,
): ReportSubject {
  const { kind, requests, facts } = open;
  const words = wordsOf();
  const { keys, models } = groupModels(result.table.models);
  const counts = models.map((model) => result.estimate(model).texts);
  const countsAt = (index: number): WireCount[] =>
    counts.flatMap((ofGroup) => ofGroup[index] ?? []).map(wireCount);
  const uses = usesStated(result.settings);
  return {
    kind: 'requests',
    name: fileName(words, subject),
    identity: subjectUri(subject).toString(),
    selections: 0,
    atMs: result.atMs,
    groups: [...keys],
    files: requests.map((request, index) => ({
      path: requestName(words, request.line, request.id),
      line: request.line,
      counts: countsAt(index),
      own: ownOf(request, uses, result.ownModels?.models[index]),
    })),
    skipped: [],
    ...beginningOf(models, result),
    ...(facts.badLines.length > 0 ? { badLines: [...facts.badLines] } : {}),
    ...(kind === 'training' ? { isTraining: true as const } : {}),
    notes: open.library.notesOfReport(words, open, result).map((note) => asSentence(words, note)),
  };
}

function ownOf(
  request: ApiRequest,
  uses: UseOfStated,
  model: Model | undefined,
): NonNullable<ReportSubject['files'][number]['own']> {
  const { messages, ...call } = wireCall(request, uses);
  return {
    ...(model ? { modelId: model.id } : {}),
    ...(messages > 0 ? { messages } : {}),
    ...call,
  };
}
