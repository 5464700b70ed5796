import type { HeaderStyle } from '../../core/files/packed/styles';
import { visibleText } from '../../core/figures/visibleText';
import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import type { Words } from '../words';

// How the files of the report are priced, and which of them.

export type FileChoiceLabel =
  'section' | 'as' | 'each' | 'one' | 'headers' | 'tickAll' | 'leaveOut';

export function fileChoiceLabel({ l10n }: Words, label: FileChoiceLabel): string {
  switch (label) {
    case 'section':
      return l10n.t('What is sent');
    case 'as':
      return l10n.t('Calls');
    case 'each':
      return l10n.t('One call for each file');
    case 'one':
      return l10n.t('One call with all files');
    case 'headers':
      return l10n.t('Between the files');
    case 'tickAll':
      return l10n.t('Tick all');
    case 'leaveOut':
      return l10n.t('Leave out');
  }
}

export function headerStyleLabel({ l10n }: Words, style: HeaderStyle): string {
  switch (style) {
    case 'none':
      return l10n.t('nothing');
    case 'path':
      return l10n.t('path and line of dashes');
    case 'xml':
      return l10n.t('XML elements');
  }
}

/** "84 of 87 files · 3 left out". */
export function tickedCount(words: Words, ticked: number, all: number): string {
  const { l10n } = words;
  const [some, whole, out] = [ticked, all, all - ticked].map((count) => showNumber(words, count));
  const forms = l10n.t('[one]{0} of {1} file · {2} left out[other]{0} of {1} files · {2} left out');
  return counted(words, all, forms, some ?? '', whole ?? '', out ?? '');
}

/** The name of a checkbox. */
export function tickFile({ l10n }: Words, path: string): string {
  return l10n.t('Send {0}', visibleText(path));
}

/** The name of the checkbox of all files that are shown. */
export function tickShown({ l10n }: Words): string {
  return l10n.t('Send all of these files');
}

export function isLeftOut({ l10n }: Words): string {
  return l10n.t('left out');
}

/** "Files of the call with GPT-6 Sol". */
export function partsHeading({ l10n }: Words, model: string): string {
  return l10n.t('Files of the call with {0}', model);
}

/** @param around tokens of what a packer writes around all files. */
export function partsHints(words: Words, around: number): readonly string[] {
  const { l10n } = words;
  return [
    l10n.t(
      'A file has its share of what the text costs. The answer is paid once, and is not in the shares.',
    ),
    ...(around > 0
      ? [
          counted(
            words,
            around,
            l10n.t(
              '[one]Around all files stands {0} more token.[other]Around all files stand {0} more tokens.',
            ),
            showNumber(words, around),
          ),
        ]
      : []),
  ];
}
