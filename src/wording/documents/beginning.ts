import type { BeginningKind } from '../../core/beginningKind';
import { visibleText } from '../../core/figures/visibleText';
import { tokensOf } from '../count';
import { showNumber, showPercent } from '../numbers';
import type { Words } from '../words';

// The part of a prompt that is the same in each call.

interface ShownBeginning {
  readonly kind: BeginningKind;
  readonly tokens: number;
  /** Of the prompt, 0 to 1. */
  readonly share: number;
}

/** "a.prompty: stable beginning on openai/o1: 1,200 tokens up to the first placeholder, 32.43% of the prompt". */
export function describeBeginning(
  words: Words,
  path: string,
  modelId: string,
  { kind, tokens, share }: ShownBeginning,
): string {
  const { l10n } = words;
  const shown = [
    path,
    modelId,
    tokensOf(words, tokens, showNumber(words, tokens)),
    showPercent(words, share),
  ] as const;
  return visibleText(
    kind === 'placeholder'
      ? l10n.t(
          '{0}: stable beginning on {1}: {2} up to the first placeholder, {3} of the prompt',
          ...shown,
        )
      : l10n.t(
          '{0}: stable beginning on {1}: {2} of the tools and the system prompt, {3} of the prompt',
          ...shown,
        ),
  );
}
