import type { BeginningKind } from '../../core/beginningKind';
import { visibleText } from '../../core/figures/visibleText';
import { tokensOf } from '../count';
import { showNumber, showPercent } from '../numbers';
import { ENGLISH } from '../words';

// The part of a prompt that is the same in each call.

interface ShownBeginning {
  readonly kind: BeginningKind;
  readonly tokens: number;
  /** Of the prompt, 0 to 1. */
  readonly share: number;
}

/** "a.prompty: stable beginning, openai/o1: 1,200 tokens up to the first placeholder, 32.43% of the prompt". */
export function describeBeginning(
  path: string,
  modelId: string,
  { kind, tokens, share }: ShownBeginning,
): string {
  const shown = tokensOf(ENGLISH, tokens, showNumber(ENGLISH, tokens));
  const end =
    kind === 'placeholder' ? 'up to the first placeholder' : 'of the tools and the system prompt';
  const ofPrompt = showPercent(ENGLISH, share);
  return visibleText(
    `${path}: stable beginning on ${modelId}: ${shown} ${end}, ${ofPrompt} of the prompt`,
  );
}
