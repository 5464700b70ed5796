import { exportMarkdown } from '../../../core/export/markdown';
import { placesOf } from '../../../core/requests/many/places';
import { ENGLISH_EXPORT } from '../../../wording/documents/export';
import { describeReading } from '../../../wording/models/names';
import {
  describeAmounts,
  describeCounted,
  describeListed,
} from '../../../wording/programs/toolAnswer';
import { statedList, usedOfRequests } from '../../../wording/views/fileCall';
import { asSentence, ENGLISH } from '../../../wording/words';
import { notesOn } from '../../counting/requestParts';
import type { ReadRequests } from '../../counting/requestFiles';
import type { Settings } from '../../settings/settings';
import type { ToolInput } from './input';
import { shownEstimates, userIdOf } from './listed';
import type { RequestsEstimate } from './requests';

/** The exported table of models and of requests, and what the status bar says of them. */
export function requestsAnswer(
  { read, file, result, estimates, more, named }: RequestsEstimate,
  { models, limit }: Pick<ToolInput, 'models' | 'limit'>,
  version: string,
): string {
  const { settings, atMs } = result;
  const onOwn = estimates.find(({ shares }) => shares);
  const onOne = estimates.filter((each) => each !== onOwn);
  const areAsked = typeof models === 'object';
  const userId = areAsked ? userIdOf(named, settings) : (named[0]?.model.id ?? '');
  const shown = models === 'current' ? shownEstimates(onOne, limit, userId) : onOne;
  const { badLines, requests } = read;
  const report = {
    version,
    atMs,
    scenario: settings.scenario,
    baselineId: userId,
    paths: placesOf(read, file.name),
    customIds: requests.map(({ id }) => id),
    rows: onOwn ? [onOwn, ...shown] : shown,
    staleAfterDays: settings.staleAfterDays,
    requests: { name: file.name },
    badLines: badLines.map(({ line, reason }) => ({ path: file.name, line, reason })),
    eachOnOwn: onOwn,
  };
  const listed = {
    shown: shown.length,
    all: onOne.length + more,
    userId,
    userName: settings.modelName,
    isStated: result.settings.fileCall?.modelName !== undefined,
  };
  const notes = [
    describeCounted(charactersOf(requests), { ...file, form: undefined }),
    statedNote(settings, areAsked),
    ...notesOn(ENGLISH, read, onOwn ?? estimates[0] ?? result.estimate(result.model), result).map(
      (note) => asSentence(ENGLISH, note),
    ),
    models === 'current' && describeListed(listed),
    ...named.map((each) => describeReading(ENGLISH, each, atMs)),
    describeAmounts(settings.scenario, requests.length),
  ];
  const lines = notes.filter((note) => typeof note === 'string');
  return `${exportMarkdown(report, ENGLISH_EXPORT)}\n${lines.join('\n')}\n`;
}

/** "Priced as the requests state: gpt-4o-mini, their longest answers, in a batch." */
function statedNote({ fileCall }: Settings, areOnOther: boolean): string | undefined {
  const { isUsed = false, requests } = fileCall ?? {};
  if (!isUsed || !requests) return undefined;
  const stated = areOnOther ? { ...requests, modelNames: [] } : requests;
  return statedList(ENGLISH, stated) === '' ? undefined : usedOfRequests(ENGLISH, stated);
}

function charactersOf(requests: ReadRequests['requests']): number {
  return requests.reduce(
    (sum, { parts }) => sum + parts.reduce((all, { text }) => all + text.length, 0),
    0,
  );
}
