import { DEFAULT_SCENARIO, type Scenario } from './scenario';

const ONE_CALL = {
  conversationTurns: DEFAULT_SCENARIO.conversationTurns,
  turnInputTokens: DEFAULT_SCENARIO.turnInputTokens,
  cacheHistory: DEFAULT_SCENARIO.cacheHistory,
} as const;

/** Whether something is assumed of a conversation, which has no effect on calls that have their history in them. */
export function assumesConversation({
  conversationTurns = ONE_CALL.conversationTurns,
  turnInputTokens = ONE_CALL.turnInputTokens,
  cacheHistory = ONE_CALL.cacheHistory,
}: Scenario): boolean {
  return (
    conversationTurns !== ONE_CALL.conversationTurns ||
    turnInputTokens !== ONE_CALL.turnInputTokens ||
    cacheHistory !== ONE_CALL.cacheHistory
  );
}

/** The assumptions as they apply to calls that have their history in them. */
export function withoutConversation<Some extends Scenario>(scenario: Some): Some {
  return assumesConversation(scenario) ? { ...scenario, ...ONE_CALL } : scenario;
}
