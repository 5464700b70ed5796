import { commands, FileSystemError, window, type LogOutputChannel } from 'vscode';
import { withoutLinks } from '../core/figures/plainText';

/** An error whose message tells the user what is wrong and what to do. */
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
 * Runs a command: logs its errors whole and shows their messages.
 */
export async function reportErrors(log: LogOutputChannel, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    // Not awaited: the command ends before its message is closed.
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

/** Whether a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}

/** The message of an error for the user. */
export function messageFor(error: unknown): string {
  // The message may contain a value from the settings.
  return withoutLinks(plainMessage(error));
}

function plainMessage(error: unknown): string {
  if (error instanceof HumanError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `API Spend: ${message}`;
}
