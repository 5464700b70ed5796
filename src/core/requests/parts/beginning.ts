import type { BeginningKind } from '../../beginningKind';
import type { TextPart } from '../../files/notebook';
import type { ApiRequest } from '../request';

/** The first texts of requests, as far as they are the same in each call. */
export interface BeginningOfRequests {
  readonly kind: BeginningKind;
  readonly parts: readonly TextPart[];
}

/**
 * Of one request its tools, schemas and system prompt; of several what they have in common, up to the first difference,
 * which may be within a text. Undefined: nothing says which part changes, or it is no prompt.
 *
 * Worked example: 1,000 requests with one system prompt, and "Translate: " before each text: both are the beginning.
 */
export function beginningOfRequests(
  requests: readonly ApiRequest[],
): BeginningOfRequests | undefined {
  const [first, ...others] = requests;
  if (!first?.hasAnswer) return undefined;
  if (others.length > 0) return { kind: 'difference', parts: commonParts(first, others) };
  const { parts, stableParts } = first;
  return stableParts === undefined
    ? undefined
    : { kind: 'system', parts: parts.slice(0, stableParts) };
}

function commonParts(first: ApiRequest, others: readonly ApiRequest[]): readonly TextPart[] {
  let common: readonly TextPart[] = first.parts.slice(0, knownParts(first));
  for (const other of others) {
    if (common.length === 0) break;
    common = commonOf(common, other.parts.slice(0, knownParts(other)));
  }
  return common;
}

/** Where pictures and what is not seen stand among the texts of messages is not known. */
function knownParts({ parts, media, unseen, tokenIds = 0, stableParts = 0 }: ApiRequest): number {
  const areTexts = media.length === 0 && unseen.size === 0 && tokenIds === 0;
  return areTexts ? parts.length : stableParts;
}

function commonOf(one: readonly TextPart[], other: readonly TextPart[]): readonly TextPart[] {
  const at = one.findIndex((part, index) => !isSamePart(part, other[index]));
  if (at < 0) return one;
  const [differing, against] = [one[at], other[at]];
  const start = commonStart(differing, against);
  return differing && start !== ''
    ? [...one.slice(0, at), { ...differing, text: start }]
    : one.slice(0, at);
}

function isSamePart(one: TextPart, other: TextPart | undefined): boolean {
  return one.text === other?.text && one.languageId === other.languageId;
}

/** Of tools and schemas nothing: they are rendered as a whole. */
function commonStart(one: TextPart | undefined, other: TextPart | undefined): string {
  if (!one || !other || one.languageId !== '' || other.languageId !== '') return '';
  let same = 0;
  while (same < one.text.length && one.text.charCodeAt(same) === other.text.charCodeAt(same))
    same++;
  // Both halves of a character, or none.
  return one.text.slice(0, same).replace(/[\uD800-\uDBFF]$/, '');
}
