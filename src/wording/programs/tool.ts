import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import type { Words } from '../words';

// The question that VS Code asks before a language model may run the tool.

export function estimating({ l10n }: Words): string {
  return l10n.t('Estimating API spend');
}

export function toolQuestion({ l10n }: Words): string {
  return l10n.t('Estimate API spend?');
}

/** The text that the tool will read. */
export type ToolSubject =
  | { readonly kind: 'text'; readonly characters: number }
  | { readonly kind: 'file'; readonly name: string; readonly isInWorkspace: boolean };

export function toolMessage(words: Words, subject: ToolSubject): string {
  const { l10n } = words;
  if (subject.kind === 'text') {
    const length = showNumber(words, subject.characters);
    return counted(
      words,
      subject.characters,
      l10n.t(
        '[one]{0} character of text is counted and priced on this machine.[other]{0} characters of text are counted and priced on this machine.',
      ),
      length,
    );
  }
  return subject.isInWorkspace
    ? l10n.t(
        '{0} is read and priced on this machine. The model is told its token count and cost, not its text.',
        subject.name,
      )
    : l10n.t(
        '{0} is outside the workspace. It is read and priced on this machine. The model is told its token count and cost, not its text.',
        subject.name,
      );
}
