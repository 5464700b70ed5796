import type { CostPart } from './cost/parts';
import type { FullScenario } from '../scenario/scenario';

/**
 * Whether a part's tokens come from the count of the text, and so are marked if that is estimated; other
 * parts are assumptions. In a conversation, text that the model writes is sent again with the history.
 *
 * Worked example: a text sent with 500 output tokens assumed: the input rests on the text, the output does
 * not. The same text as output: the output does, and the input only from the second turn on.
 */
export function restsOnText(
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
