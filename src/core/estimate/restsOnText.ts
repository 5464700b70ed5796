import type { CostPart } from './callCost';
import type { FullScenario } from '../scenario/scenario';

/**
 * Whether a part's tokens come from the count of the text, so that they are as uncertain as it is; other
 * parts are assumed. In a conversation, text that the model writes is sent again with the history.
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
