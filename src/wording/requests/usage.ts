import type { CountedBeside } from '../../core/estimate/own/usage';
import type { Usage } from '../../core/requests/request';
import { visibleText } from '../../core/figures/visibleText';
import { estimateMark, type TokenCount } from '../../core/tokens/tokenCount';
import { tokensOf } from '../count';
import { showNumber, showShare } from '../numbers';
import { inBrackets } from '../language/lists';
import type { Words } from '../words';

// What a provider counted for calls that were saved.

/** "the provider counted 1,234 tokens of input and 56 tokens of output, of them 20 tokens of reasoning". */
export function usageNote(
  words: Words,
  { inputTokens, outputTokens, reasoningTokens }: Usage,
): string {
  const { l10n } = words;
  const [input = '', output = '', reasoning = ''] = [
    inputTokens,
    outputTokens,
    reasoningTokens,
  ].map((tokens) => tokensOf(words, tokens, showNumber(words, tokens)));
  return reasoningTokens === 0
    ? l10n.t('the provider counted {0} of input and {1} of output', input, output)
    : l10n.t(
        'the provider counted {0} of input and {1} of output, of them {2} of reasoning',
        input,
        output,
        reasoning,
      );
}

/** "our count for GPT-4o: 1,230 tokens of input (−0.3%) and 56 tokens of output (±0%)", for each model. */
export function besideUsageNotes(words: Words, each: readonly CountedBeside[]): readonly string[] {
  const { l10n } = words;
  return each.map(({ model, recorded, input, output }) => {
    const name = visibleText(model.name);
    const ours = against(words, input, recorded.inputTokens);
    if (!output) return l10n.t('our count for {0}: {1} of input', name, ours);
    const answered = recorded.outputTokens - recorded.reasoningTokens;
    return l10n.t(
      'our count for {0}: {1} of input and {2} of output without reasoning',
      name,
      ours,
      against(words, output, answered),
    );
  });
}

/** "1,230 tokens (−0.3%)". */
function against(words: Words, count: TokenCount, recorded: number): string {
  const shown = tokensOf(
    words,
    count.tokens,
    estimateMark(count) + showNumber(words, count.tokens),
  );
  if (recorded === 0) return shown;
  const difference = (count.tokens - recorded) / recorded;
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
  return inBrackets(words, shown, sign + showShare(words, Math.abs(difference)));
}
