import { FileSystemError, window } from 'vscode';
import { withoutLinks } from '../core/figures/plainText';
import type { Logger } from './log';

/** An error whose message tells the user what is wrong and what to do. */
export class HumanError extends Error {
  readonly actions: readonly ErrorAction[];

  constructor(message: string, { actions = [], ...options }: HumanErrorOptions = {}) {
    super(message, options);
    this.actions = actions;
  }
}

/** A button beside a message, which helps with the error. */
export interface ErrorAction {
  readonly title: string;
  readonly run: () => unknown;
}

interface HumanErrorOptions extends ErrorOptions {
  readonly actions?: readonly ErrorAction[];
}

/**
 * Runs a command: logs its errors whole and shows their messages.
 */
export async function reportErrors(log: Logger, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    // Not awaited: the command ends before its message is closed.
    void showError(error);
  }
}

async function showError(error: unknown): Promise<void> {
  const actions = error instanceof HumanError ? error.actions : [];
  await offer(window.showErrorMessage(messageFor(error), ...titlesOf(actions)), actions);
}

/** Shows a warning with its buttons. */
export async function showWarning(warning: HumanError): Promise<void> {
  const { actions } = warning;
  await offer(window.showWarningMessage(messageFor(warning), ...titlesOf(actions)), actions);
}

function titlesOf(actions: readonly ErrorAction[]): readonly string[] {
  return actions.map(({ title }) => title);
}

async function offer(
  answer: Thenable<string | undefined>,
  actions: readonly ErrorAction[],
): Promise<void> {
  const chosen = await answer;
  await actions.find(({ title }) => title === chosen)?.run();
}

/** Whether a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}

/** What VS Code says of a file that cannot be read or written, as the end of a message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The message of an error for the user. */
export function messageFor(error: unknown): string {
  // The message may contain a value from the settings.
  return withoutLinks(plainMessage(error));
}

function plainMessage(error: unknown): string {
  if (error instanceof HumanError) return error.message;
  return `API Spend: ${reasonOf(error)}`;
}
