import type { MediaKind, MediaPart } from '../../core/media/part';
import type { MediaFacts } from '../../core/requests/facts';
import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import { andList } from '../language/lists';
import type { Words } from '../words';

// Pictures, documents and sound that are sent beside text. Notes begin with a small letter and have no full stop.

/** "3 pictures". */
function countOfMedia(words: Words, kind: MediaKind, count: number): string {
  const { l10n } = words;
  const inForm = (forms: string): string => counted(words, count, forms, showNumber(words, count));
  switch (kind) {
    case 'image':
      return inForm(l10n.t('[one]{0} picture[other]{0} pictures'));
    case 'audio':
      return inForm(l10n.t('[one]{0} piece of audio[other]{0} pieces of audio'));
    case 'video':
      return inForm(l10n.t('[one]{0} video[other]{0} videos'));
    case 'document':
      return inForm(l10n.t('[one]{0} document[other]{0} documents'));
  }
}

/** "with 3 pictures and 1 document, counted by the formula of each vendor": not as text. */
export function mediaNotes(words: Words, media: readonly MediaFacts[]): readonly string[] {
  const { l10n } = words;
  if (media.length === 0) return [];
  const list = andList(
    words,
    media.map(({ kind, count }) => countOfMedia(words, kind, count)),
  );
  const unsized = media.filter((each) => each.unsized > 0);
  const sizes = unsized.map((each) => countOfMedia(words, each.kind, each.unsized));
  return [
    l10n.t("with {0}: counted by each vendor's formula, not as text", list),
    ...(sizes.length > 0
      ? [
          l10n.t(
            'size unknown: {0}, from the least to the most tokens that the formula gives',
            andList(words, sizes),
          ),
        ]
      : []),
  ];
}

/** "A picture of 1,024 × 768 pixels, counted as input by each vendor's formula." */
export function describeMedia(words: Words, part: MediaPart): string {
  const { l10n } = words;
  return l10n.t("{0}, counted as input by each vendor's formula.", sizeOf(words, part));
}

function sizeOf(words: Words, { kind, width, height, pages, seconds }: MediaPart): string {
  const { l10n } = words;
  const show = (value: number): string => showNumber(words, Math.round(value));
  switch (kind) {
    case 'image':
      return width === undefined || height === undefined
        ? l10n.t('A picture of unknown size')
        : counted(
            words,
            height,
            l10n.t('[other]A picture of {0} × {1} pixels'),
            show(width),
            show(height),
          );
    case 'document':
      if (pages === undefined) return l10n.t('A document of an unknown number of pages');
      return counted(
        words,
        pages,
        l10n.t('[one]A document of {0} page[other]A document of {0} pages'),
        show(pages),
      );
    case 'audio':
      return seconds === undefined
        ? l10n.t('A recording of unknown length')
        : l10n.t('A recording of {0} s', show(seconds));
    case 'video':
      return seconds === undefined
        ? l10n.t('A film of unknown length')
        : l10n.t('A film of {0} s', show(seconds));
  }
}
