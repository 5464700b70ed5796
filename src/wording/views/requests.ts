import { isOutputPart } from '../../core/estimate/cost/parts';
import {
  distributionOf,
  misfits,
  type Distribution,
} from '../../core/estimate/counts/distribution';
import type { Estimate } from '../../core/estimate/estimate';
import type { RequestFacts } from '../../core/requests/facts';
import type { BadLine, RequestFileKind, UnseenKind, Usage } from '../../core/requests/request';
import { visibleText } from '../../core/figures/visibleText';
import { tokensOf } from '../count';
import { showNumber } from '../numbers';
import type { Words } from '../words';
import { besideNotes, listOf } from './beside';
import { mediaNotes } from './media';
import { countOfRequests } from './requestCount';

// Files of requests. Notes begin with a small letter and have no full stop.

/** What is said of a file of requests: what is counted, what is not, and what the provider counted. */
export function requestNotes(words: Words, facts: RequestFacts): readonly string[] {
  const { kind, requests, media, unseen, tools, usage, repeatedIds } = facts;
  return [
    ...(facts.isOutdated ? [outdatedNote(words)] : []),
    kindNote(words, kind, requests),
    ...mediaNotes(words, media),
    ...(facts.unsized ? [unsizedNote(words, facts.unsized)] : []),
    ...(unseen.size > 0 ? [unseenNote(words, unseen)] : []),
    ...(tools > 0 ? [toolsNote(words, tools)] : []),
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
): readonly string[] {
  const many = misfits(estimate);
  return [
    ...fileNotes(words, facts),
    ...(estimate.counts.length > 1 ? [distributionNote(words, distributionOf(estimate))] : []),
    ...besideNotes(words, estimate),
    ...overheadNotes(words, estimate),
    ...(many > 0 ? [misfitsNote(words, many)] : []),
  ];
}

/** "the chat format adds 3,600 tokens of input": why the input has more tokens than the text. */
export function overheadNotes(words: Words, { price, count }: Estimate): readonly string[] {
  const { l10n } = words;
  if (price.kind === 'unpriced') return [];
  const sent = price.expected.parts.reduce(
    (sum, part) => sum + (isOutputPart(part) || part.name === 'requestFee' ? 0 : part.tokens),
    0,
  );
  const added = sent - count.tokens;
  if (added <= 0) return [];
  return [
    l10n.t('the chat format adds {0} of input', tokensOf(words, added, showNumber(words, added))),
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
      return l10n.t('a request: its content is counted, not the JSON around it');
    case 'transcript':
      return l10n.t('a saved conversation: its content is counted, not the JSON around it');
    case 'batch':
      return requests === 1
        ? l10n.t('a batch: the content of its 1 request is counted, not the JSON around it')
        : l10n.t(
            'a batch: the content of its {0} requests is counted, not the JSON around it',
            number,
          );
    case 'requests':
      return requests === 1
        ? l10n.t(
            'a list of requests: the content of its 1 request is counted, not the JSON around it',
          )
        : l10n.t(
            'a list of requests: the content of its {0} requests is counted, not the JSON around it',
            number,
          );
    case 'training':
      return requests === 1
        ? l10n.t('1 example for fine-tuning: its content is counted, not the JSON around it')
        : l10n.t(
            '{0} examples for fine-tuning: their content is counted, not the JSON around it',
            number,
          );
  }
}

/** "the price is a lower limit: 3 other parts are sent too, and not counted". */
function unseenNote(words: Words, unseen: RequestFacts['unseen']): string {
  const { l10n } = words;
  const parts = Array.from(unseen, ([kind, count]) => countOfUnseen(words, kind, count));
  const list = listOf(words, parts);
  const sum = [...unseen.values()].reduce((total, count) => total + count, 0);
  return sum === 1
    ? l10n.t('the price is a lower limit: {0} is sent too, and not counted', list)
    : l10n.t('the price is a lower limit: {0} are sent too, and not counted', list);
}

function countOfUnseen(words: Words, kind: UnseenKind, count: number): string {
  const { l10n } = words;
  const number = showNumber(words, count);
  const isOne = count === 1;
  switch (kind) {
    case 'reference':
      return isOne
        ? l10n.t('1 reference to earlier content')
        : l10n.t('{0} references to earlier content', number);
    case 'other':
      return isOne ? l10n.t('1 other part') : l10n.t('{0} other parts', number);
  }
}

/** "2 tool definitions are counted as JSON; vendors write them in forms of their own". */
function toolsNote(words: Words, tools: number): string {
  const { l10n } = words;
  return tools === 1
    ? l10n.t('1 tool definition is counted as JSON; vendors write them in forms of their own')
    : l10n.t(
        '{0} tool definitions are counted as JSON; vendors write them in forms of their own',
        showNumber(words, tools),
      );
}

/** "the provider counted 1,234 tokens of input and 56 tokens of output". */
function usageNote(words: Words, { inputTokens, outputTokens }: Usage): string {
  const { l10n } = words;
  const [input, output] = [inputTokens, outputTokens].map((tokens) =>
    tokensOf(words, tokens, showNumber(words, tokens)),
  );
  return l10n.t('the provider counted {0} of input and {1} of output', input ?? '', output ?? '');
}

const MAX_IDS = 5;

const MAX_LINES = 3;

function repeatedIdsNote({ l10n }: Words, ids: readonly string[]): string {
  const rest = ids.length > MAX_IDS ? ', …' : '';
  const shown = ids.slice(0, MAX_IDS).map(visibleText).join(', ');
  return l10n.t('ids that stand more than once: {0}', shown + rest);
}

/** "is not JSON", behind the place of a line. */
export function whyBadLine({ l10n }: Words, reason: BadLine['reason']): string {
  switch (reason) {
    case 'notJson':
      return l10n.t('is not JSON');
    case 'notRequest':
      return l10n.t('is no request that can be read');
    case 'otherKind':
      return l10n.t('is of another kind than most lines');
  }
}

/** "line 17 is not JSON". */
function badLine(words: Words, { line, reason }: BadLine): string {
  const { l10n } = words;
  return l10n.t('line {0} {1}', showNumber(words, line), whyBadLine(words, reason));
}

/** "2 lines are not in the price: line 17 is not JSON; line 20 is not JSON". */
function badLinesNote(words: Words, lines: readonly BadLine[]): string {
  const { l10n } = words;
  const rest = lines.length > MAX_LINES ? ['…'] : [];
  const list = [...lines.slice(0, MAX_LINES).map((line) => badLine(words, line)), ...rest].join(
    '; ',
  );
  return lines.length === 1
    ? l10n.t('1 line is not in the price: {0}', list)
    : l10n.t('{0} lines are not in the price: {1}', showNumber(words, lines.length), list);
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

/** "3 requests do not fit the model". */
export function misfitsNote(words: Words, requests: number): string {
  const { l10n } = words;
  return requests === 1
    ? l10n.t('1 request does not fit the model')
    : l10n.t('{0} requests do not fit the model', showNumber(words, requests));
}
