import type { BesideTokens } from '../../core/estimate/counts/beside';
import type { Estimate } from '../../core/estimate/estimate';
import { UNSEEN_KINDS, type MediaKind, type UnknownKind } from '../../core/media/part';
import { estimateMark } from '../../core/tokens/tokenCount';
import { tokensOf } from '../count';
import { showNumber } from '../numbers';
import { andList } from '../language/lists';
import type { Words } from '../words';

// What is sent beside text, of one row. What is said of the files themselves, `media.ts`, is read with the first of them.

const NOT_IN_FILE: ReadonlySet<UnknownKind> = new Set(UNSEEN_KINDS);

/** "≈1,105 tokens of pictures and documents", of a row; and why they are a lower limit. */
export function besideNotes(words: Words, { beside }: Pick<Estimate, 'beside'>): readonly string[] {
  const { l10n } = words;
  if (!beside) return [];
  const { tokens, low, high, unknown } = beside;
  const mark = estimateMark({ method: low === high ? 'exact' : 'estimated' });
  const sum = tokensOf(words, tokens, `${mark}${showNumber(words, tokens)}`);
  return [
    ...(high > 0 ? [l10n.t('{0} beside the text', sum)] : []),
    ...lowerLimits(words, unknown),
  ];
}

/** "19 tokens of the chat format", of what is around messages; or that it is not known. */
export function formatNotes(words: Words, { format }: Pick<Estimate, 'format'>): readonly string[] {
  const { l10n } = words;
  const { tokens, isUnknown } = format;
  const sum = tokensOf(words, tokens, showNumber(words, tokens));
  return [
    ...(tokens > 0 ? [l10n.t('{0} of the chat format', sum)] : []),
    ...(isUnknown
      ? [l10n.t('at least: what is added to messages is not documented for this model')]
      : []),
  ];
}

/** All that a count has beside the texts. */
export function sentNotes(
  words: Words,
  row: Pick<Estimate, 'beside' | 'format'>,
): readonly string[] {
  return [...besideNotes(words, row), ...formatNotes(words, row)];
}

/** `sentNotes` where no notes on the requests name what is not in the file. */
export function rowNotes(
  words: Words,
  row: Pick<Estimate, 'beside' | 'format'>,
): readonly string[] {
  const { l10n } = words;
  const isInFile = !row.beside?.unknown.some((kind) => NOT_IN_FILE.has(kind));
  return [
    ...sentNotes(words, row),
    ...(isInFile ? [] : [l10n.t('a lower limit: something is sent that is not in the file')]),
  ];
}

function lowerLimits(words: Words, unknown: readonly UnknownKind[]): readonly string[] {
  const { l10n } = words;
  const kinds = unknown.filter(isOfFormula);
  const names = kinds.map((kind) => mediaName(words, kind));
  return [
    ...(kinds.length > 0
      ? [
          l10n.t(
            'a lower limit: how many tokens {0} have here is not documented',
            andList(words, names),
          ),
        ]
      : []),
    ...(unknown.includes('length')
      ? [l10n.t('a lower limit: the length of a recording or film is not known')]
      : []),
    ...(unknown.includes('pages')
      ? [l10n.t('a lower limit: the number of pages is not known')]
      : []),
  ];
}

type OfFormula = MediaKind | 'tools';

function isOfFormula(kind: UnknownKind): kind is OfFormula {
  return !isUnknownSize(kind) && !NOT_IN_FILE.has(kind);
}

function isUnknownSize(kind: UnknownKind): boolean {
  return kind === 'length' || kind === 'pages';
}

function mediaName({ l10n }: Words, kind: OfFormula): string {
  switch (kind) {
    case 'image':
      return l10n.t('pictures');
    case 'audio':
      return l10n.t('pieces of audio');
    case 'video':
      return l10n.t('videos');
    case 'document':
      return l10n.t('documents');
    case 'tools':
      return l10n.t('tools');
  }
}

/** The mark of such a row. */
export function atLeast({ l10n }: Words): string {
  return l10n.t('at least');
}

/** In place of a cost: why a file has no tokens here. */
export function noTokens({ l10n }: Words, { refused }: Pick<BesideTokens, 'refused'>): string {
  return refused === undefined ? l10n.t('No cost: tokens unknown') : l10n.t('No cost: not taken');
}
