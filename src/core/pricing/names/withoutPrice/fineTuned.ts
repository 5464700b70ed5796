/**
 * OpenAI's names of tuned models, `ft:model:organization:suffix:id`, at OpenAI or Azure:
 * https://platform.openai.com/docs/guides/supervised-fine-tuning
 */
const FINE_TUNED = /^(?:[\w-]+[/:])?ft:(?<model>[^:]+)/i;

/** The model that a tuned one was made of; undefined for other names. Worked example: ft:gpt-4o-mini-2024-07-18:my-org::id. */
export function baseOfFineTuned(name: string): string | undefined {
  return FINE_TUNED.exec(name)?.groups?.['model'];
}
