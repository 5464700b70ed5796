import { commands, window, type LogOutputChannel } from 'vscode';

/** An error whose message is meant for a person: it says what is wrong and what to do next. */
export class HumanError extends Error {
  readonly action: ErrorAction | undefined;

  constructor(message: string, { action, ...options }: HumanErrorOptions = {}) {
    super(message, options);
    this.action = action;
  }
}

/** A command that helps with an error, as a button beside its message. */
export interface ErrorAction {
  readonly title: string;
  readonly command: string;
}

interface HumanErrorOptions extends ErrorOptions {
  readonly action?: ErrorAction;
}

/**
 * The boundary at which a command's errors end: all of them are logged whole, and the person sees the
 * message meant for people, or where to read the rest.
 */
export async function reportErrors(log: LogOutputChannel, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    // Not awaited: the command has ended, however long its message stays.
    void showError(error);
  }
}

async function showError(error: unknown): Promise<void> {
  const action = error instanceof HumanError ? error.action : undefined;
  if (!action) {
    await window.showErrorMessage(messageFor(error));
  } else if (await window.showErrorMessage(messageFor(error), action.title)) {
    await commands.executeCommand(action.command);
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
