import type { CancellationToken } from 'vscode';

/** One listener for each token, however many calls it cancels. */
const signals = new WeakMap<CancellationToken, AbortSignal>();

/** The signal that aborts when VS Code cancels the token. */
export function abortSignal(token: CancellationToken): AbortSignal {
  const known = signals.get(token);
  if (known) return known;
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  signals.set(token, controller.signal);
  return controller.signal;
}
