import { visibleText } from '../../core/figures/visibleText';
import { outputTokens } from '../call';
import { asSentence, type Words } from '../words';

// The model and the ceiling that a file names in its front matter.

/** As the front matter has them; at least one is there. */
interface NamedCall {
  readonly modelName: string | undefined;
  readonly maxOutputTokens: number | undefined;
}

/** "gpt-4o, at most 800 output tokens". */
function describeNamed(words: Words, { modelName, maxOutputTokens }: NamedCall): string {
  return [
    ...(modelName === undefined ? [] : [visibleText(modelName)]),
    ...(maxOutputTokens === undefined ? [] : [atMost(words, maxOutputTokens)]),
  ].join(', ');
}

/** "at most 800 output tokens". */
export function atMost(words: Words, tokens: number): string {
  const { l10n } = words;
  return l10n.t('at most {0}', outputTokens(words, tokens));
}

/** "This file names gpt-4o, at most 800 output tokens:", before links. */
export function namedInFile(words: Words, call: NamedCall): string {
  const { l10n } = words;
  return l10n.t('This file names {0}:', describeNamed(words, call));
}

/** "Model of this file: gpt-4o, at most 800 output tokens." */
export function modelOfFile(words: Words, call: NamedCall): string {
  const { l10n } = words;
  return l10n.t('Model of this file: {0}.', describeNamed(words, call));
}

/** Marks the model in a list. */
export function fileNamesIt({ l10n }: Words): string {
  return l10n.t('this file names it');
}

/** "Ceiling of this file: at most 800 output tokens." */
export function ceilingOfFile(words: Words, tokens: number): string {
  const { l10n } = words;
  return l10n.t('Ceiling of this file: {0}.', atMost(words, tokens));
}

/** @param problem why the name leads to no model, without a full stop. */
export function unknownInFile(words: Words, problem: string): string {
  const { l10n } = words;
  return l10n.t('The model that this file names is not used: {0}', asSentence(words, problem));
}

export type FileCallLink = 'use' | 'useInAll' | 'stop' | 'stopInAll';

export function fileCallLink({ l10n }: Words, link: FileCallLink): string {
  switch (link) {
    case 'use':
      return l10n.t('use it');
    case 'useInAll':
      return l10n.t('use what files name, always');
    case 'stop':
      return l10n.t('stop using it');
    case 'stopInAll':
      return l10n.t('ask again for each file');
  }
}

/** What the tooltip says of the call that a file names. */
export type FileCallNote =
  | {
      readonly kind: 'used' | 'offered';
      /** A sentence, or its beginning before the links. */
      readonly text: string;
      readonly uri: string;
      readonly links: readonly FileCallLink[];
    }
  | { readonly kind: 'unknown'; readonly text: string };
