import type { CostPart } from './cost/parts';
import type { FullScenario } from '../scenario/scenario';

/**
 * Whether a part's tokens come from the count of the text, so that they are marked if the count is estimated. Tokens of
 * other parts are assumptions. In a conversation, an answer is sent again with the history.
 *
 * Worked example: a text as input with 500 output tokens assumed: the input is from the text, the output is not.
 * The same text as output: the output is from the text, and in a conversation also the input.
 */
export function isFromText(
  name: CostPart['name'],
  { treatTextAs, conversationTurns }: Pick<FullScenario, 'treatTextAs' | 'conversationTurns'>,
): boolean {
  switch (name) {
    case 'requestFee':
    case 'reasoning':
      return false;
    case 'output':
      return treatTextAs === 'output';
    case 'input':
    case 'cachedInput':
    case 'cacheWrite':
      return treatTextAs === 'input' || conversationTurns > 1;
  }
}
