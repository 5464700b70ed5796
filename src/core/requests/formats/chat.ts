import { isRecord } from '../../json';
import { addContent, isContent } from '../parts/content';
import type { Draft } from '../parts/draft';
import { addMessages, areMessages } from '../parts/messages';
import type { Format } from './format';

/**
 * `{ messages: [{ role, content }] }`, with the system prompt as a message or beside them.
 *
 * OpenAI: https://platform.openai.com/docs/api-reference/chat/create
 * Anthropic: https://docs.anthropic.com/en/api/messages
 * Mistral: https://docs.mistral.ai/api/#tag/chat
 * xAI: https://docs.x.ai/docs/api-reference#chat-completions
 * Cohere v2: https://docs.cohere.com/reference/chat
 * Ollama: https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-chat-completion
 * Amazon Nova: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 */
export const CHAT: Format = {
  matches: ({ messages }) => areMessages(messages),
  read: ({ messages, system, documents, prediction, ...others }, draft) => {
    addSystem(system, draft);
    // What of a predicted answer is rejected is billed as output:
    // https://platform.openai.com/docs/guides/predicted-outputs
    if (isRecord(prediction)) draft.addUnseen('other');
    // https://docs.anthropic.com/en/docs/build-with-claude/prompt-caching: marks the last block by itself
    if (isRecord(others['cache_control'])) draft.marksCache = true;
    if (Array.isArray(documents)) for (const each of documents) addDocument(each, draft);
    if (areMessages(messages)) addMessages(messages, draft);
  },
  hasAnswer: () => true,
};

function addSystem(system: unknown, draft: Draft): void {
  if (!isContent(system) || (system as string | unknown[]).length === 0) return;
  draft.messages++;
  draft.hasSystem = true;
  addContent(system, draft);
}

/** A document of Cohere v2: a text, or `{ id, data }` of which the data are sent. */
function addDocument(document: unknown, draft: Draft): void {
  draft.addValue(isRecord(document) ? document['data'] : document);
}
