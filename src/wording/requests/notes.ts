import {
  distributionOf,
  misfits,
  type Distribution,
} from '../../core/estimate/counts/distribution';
import type { Estimate } from '../../core/estimate/estimate';
import { assumesConversation } from '../../core/scenario/conversation';
import type { CountedBeside } from '../../core/estimate/own/usage';
import type { RequestFacts } from '../../core/requests/facts';
import type { UnseenKind } from '../../core/media/part';
import type { RequestFileKind } from '../../core/requests/request';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { showNumber, showShare } from '../numbers';
import { sentNotes } from '../views/beside';
import { mediaNotes } from '../views/media';
import { counted } from '../language/forms';
import { andList, commas, inBrackets } from '../language/lists';
import { about, type Words } from '../words';
import { badLinesNote, repeatedIdsNote } from './lines';
import { sharesNotes, withoutModelNotes, type WithoutModel } from './models';
import { serverNotes, serversNote, tokensOfServers } from './servers';
import { besideUsageNotes, usageNote } from './usage';
import {
  badLimitsNote,
  cacheMarksNote,
  manyAnswersNote,
  missingTierNotes,
  tierNote,
} from './options';
import { countOfRequests } from '../views/requestCount';

// What is said of files of requests. Notes begin with a small letter and have no full stop.

/** What is said of a file of requests: what is counted, what is not, and what the provider counted. */
export function requestNotes(words: Words, facts: RequestFacts): readonly string[] {
  const { kind, requests, servers, media, unseen, tools, usage, repeatedIds, manyAnswers, tiers } =
    facts;
  const { base64Length } = facts;
  return [
    ...(facts.isOutdated ? [outdatedNote(words)] : []),
    servers ? serversNote(words, servers) : kindNote(words, kind, requests),
    ...mediaNotes(words, media),
    ...(facts.unsized ? [unsizedNote(words, facts.unsized)] : []),
    ...(unseen.size > 0 ? [unseenNote(words, unseen)] : []),
    ...(base64Length > 0 ? [base64LengthNote(words, base64Length)] : []),
    ...(tools > 0 ? [toolsNote(words, tools)] : []),
    ...(manyAnswers > 0 ? [manyAnswersNote(words, manyAnswers)] : []),
    ...Array.from(tiers, ([tier, count]) => tierNote(words, tier, count)),
    ...(facts.badLimits > 0 ? [badLimitsNote(words, facts.badLimits)] : []),
    ...(facts.cacheMarks > 0 ? [cacheMarksNote(words, facts.cacheMarks)] : []),
    ...(usage ? [usageNote(words, usage)] : []),
    ...(repeatedIds.length > 0 ? [repeatedIdsNote(words, repeatedIds)] : []),
  ];
}

/** What is said of a file of requests, bad lines included. */
export function fileNotes(words: Words, facts: RequestFacts): readonly string[] {
  const { badLines } = facts;
  return [
    ...requestNotes(words, facts),
    ...(badLines.length > 0 ? [badLinesNote(words, badLines)] : []),
  ];
}

/** All that is said of the requests of an estimate. */
export function estimateNotes(
  words: Words,
  facts: RequestFacts,
  estimate: Estimate,
  more: {
    /** Of each server, on the estimate's model. */
    readonly servers?: readonly (TokenCount | undefined)[];
    readonly without?: WithoutModel | undefined;
    readonly beside?: readonly CountedBeside[];
  } = {},
): readonly string[] {
  const { without, beside = [], servers = [] } = more;
  const many = misfits(estimate);
  return [
    ...fileNotes(words, facts),
    ...(assumesConversation(estimate.scenario) ? [standingNote(words)] : []),
    ...serverNotes(words, facts.servers ?? [], tokensOfServers(words, servers)),
    ...besideUsageNotes(words, beside),
    ...sharesNotes(words, estimate),
    ...withoutModelNotes(words, without),
    ...missingTierNotes(words, estimate),
    ...(estimate.counts.length > 1 ? [distributionNote(words, distributionOf(estimate))] : []),
    ...sentNotes(words, estimate),
    ...(many > 0 ? [misfitsNote(words, many)] : []),
  ];
}

/** In a folder only so many sizes are kept. */
function unsizedNote(words: Words, requests: number): string {
  const { l10n } = words;
  return l10n.t(
    'too many different sizes: those of {0} are counted from the least to the most tokens that the formula gives; open the file by itself for its own figures',
    countOfRequests(words, requests),
  );
}

/** While the file is typed. */
function outdatedNote({ l10n }: Words): string {
  return l10n.t('the JSON is not whole at present: the figures are of its last whole version');
}

/** "a batch: the content of its 1,000 requests is counted, not the JSON around it". */
function kindNote(words: Words, kind: RequestFileKind, requests: number): string {
  const { l10n } = words;
  const number = showNumber(words, requests);
  switch (kind) {
    case 'request':
    case 'mcp':
      return l10n.t('a request: its content is counted, not the JSON around it');
    case 'transcript':
      return l10n.t('a saved conversation: its content is counted, not the JSON around it');
    case 'batch':
      return counted(
        words,
        requests,
        l10n.t(
          '[one]a batch: the content of its {0} request is counted, not the JSON around it[other]a batch: the content of its {0} requests is counted, not the JSON around it',
        ),
        number,
      );
    case 'requests':
      return counted(
        words,
        requests,
        l10n.t(
          '[one]a list of requests: the content of its {0} request is counted, not the JSON around it[other]a list of requests: the content of its {0} requests is counted, not the JSON around it',
        ),
        number,
      );
    case 'training':
      return counted(
        words,
        requests,
        l10n.t(
          '[one]{0} example for fine-tuning: its content is counted, not the JSON around it[other]{0} examples for fine-tuning: their content is counted, not the JSON around it',
        ),
        number,
      );
  }
}

/** "the price is a lower limit: 3 other parts are sent too, and not counted". */
function unseenNote(words: Words, unseen: RequestFacts['unseen']): string {
  const { l10n } = words;
  const parts = Array.from(unseen, ([kind, count]) => countOfUnseen(words, kind, count));
  const list = andList(words, parts);
  const sum = [...unseen.values()].reduce((total, count) => total + count, 0);
  return counted(
    words,
    sum,
    l10n.t(
      '[one]the price is a lower limit: {0} is sent too, and not counted[other]the price is a lower limit: {0} are sent too, and not counted',
    ),
    list,
  );
}

function countOfUnseen(words: Words, kind: UnseenKind, count: number): string {
  const { l10n } = words;
  const inForm = (forms: string): string => counted(words, count, forms, showNumber(words, count));
  switch (kind) {
    case 'server':
      return inForm(
        l10n.t('[one]what {0} MCP server has as tools[other]what {0} MCP servers have as tools'),
      );
    case 'reference':
      return inForm(
        l10n.t('[one]{0} reference to earlier content[other]{0} references to earlier content'),
      );
    case 'instructions':
      return inForm(
        l10n.t(
          '[one]what {0} agent has as system prompt and tools[other]what {0} agents have as system prompts and tools',
        ),
      );
    case 'base64':
      return inForm(
        l10n.t('[one]{0} base64 file within a text[other]{0} base64 files within texts'),
      );
    case 'other':
      return inForm(l10n.t('[one]{0} other part[other]{0} other parts'));
  }
}

/**
 * Two tokens for three characters: the vocabularies cl100k and o200k have 0.68 tokens for each character of the base64 of
 * random bytes, as those of a compressed picture are.
 */
function base64LengthNote(words: Words, length: number): string {
  const { l10n } = words;
  return l10n.t(
    'base64 within a text is text to an API, not a picture or file: its {0} characters would be roughly {1} more tokens; send it as a part of its own, or leave it out',
    showNumber(words, length),
    showNumber(words, roughly((length * 2) / 3)),
  );
}

/** To two digits. */
function roughly(tokens: number): number {
  return Number(tokens.toPrecision(2));
}

/** "2 tool definitions are counted as each model reads them, where that is known, else as JSON". */
function toolsNote(words: Words, tools: number): string {
  const { l10n } = words;
  return counted(
    words,
    tools,
    l10n.t(
      '[one]{0} tool definition is counted as each model reads it, where that is known, else as JSON[other]{0} tool definitions are counted as each model reads them, where that is known, else as JSON',
    ),
    showNumber(words, tools),
  );
}

/** "tokens of a request: 7 at least, 8 median, 12 at 95 %, 40 at most". */
export function distributionNote(words: Words, distribution: Distribution): string {
  const { l10n } = words;
  const { smallest, median, high, largest } = distribution;
  const [least, middle, upper, most] = [smallest, median, high, largest].map((tokens) =>
    showNumber(words, tokens),
  );
  return l10n.t(
    'tokens of a request: {0} at least, {1} median, {2} at 95 %, {3} at most',
    least ?? '',
    middle ?? '',
    upper ?? '',
    most ?? '',
  );
}

/** A request that is named, and its share of the cost, from 0 to 1. */
export interface NamedMisfit {
  readonly name: string;
  readonly shareOfCost: number | undefined;
}

/** Requests that are named in a line. */
const MOST_MISFITS = 3;

/**
 * "3 requests do not fit the model", "1 request does not fit the model: batch.jsonl:2 (99.9% of the cost)".
 *
 * @param named the most expensive first; empty: which they are is shown elsewhere.
 */
export function misfitsNote(
  words: Words,
  requests: number,
  named: readonly NamedMisfit[] = [],
): string {
  const { l10n } = words;
  const note = counted(
    words,
    requests,
    l10n.t('[one]{0} request does not fit the model[other]{0} requests do not fit the model'),
    showNumber(words, requests),
  );
  if (named.length === 0) return note;
  const shown = named.slice(0, MOST_MISFITS).map((each) => describeMisfit(words, each));
  return about(words, note, commas(words, [...shown, ...(requests > shown.length ? ['…'] : [])]));
}

function describeMisfit(words: Words, { name, shareOfCost: share }: NamedMisfit): string {
  const { l10n } = words;
  return share === undefined
    ? name
    : inBrackets(words, name, l10n.t('{0} of the cost', showShare(words, share)));
}

/** Calls of a file have their history in them: they are not turned into conversations. */
export function standingNote({ l10n }: Words): string {
  return l10n.t(
    'each request is a call as it stands: the turns of a conversation, their tokens and a cached history have no effect on it',
  );
}
