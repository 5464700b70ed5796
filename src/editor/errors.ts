import { window, type LogOutputChannel } from 'vscode';

/** An error whose message is meant for a person: it says what is wrong and what to do next. */
export class HumanError extends Error {}

/**
 * The boundary at which a command's errors end: all of them are logged whole, and the person sees the
 * message meant for people, or where to read the rest.
 */
export async function reportErrors(log: LogOutputChannel, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void window.showErrorMessage(messageFor(error));
  }
}

/** What to tell a person about an error. */
export function messageFor(error: unknown): string {
  // VS Code makes links of [text](address) in messages: what a setting says must not become one.
  return plainMessage(error).replaceAll('](', '] (');
}

function plainMessage(error: unknown): string {
  if (error instanceof HumanError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `API Spend: ${message}`;
}
