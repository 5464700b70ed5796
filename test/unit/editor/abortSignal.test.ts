import assert from 'node:assert/strict';
import type { CancellationToken } from 'vscode';
import { abortSignal } from '../../../src/editor/abortSignal';

/** A token like VS Code's, and a function that cancels it. */
function cancellable(isCancellationRequested = false) {
  const listeners: (() => void)[] = [];
  const token = {
    isCancellationRequested,
    onCancellationRequested: (listener: () => void) => {
      listeners.push(listener);
      return { dispose: () => undefined };
    },
  } as unknown as CancellationToken;
  return { token, listeners, cancel: () => listeners.forEach((listener) => listener()) };
}

describe('the abort signal of a cancellation token', () => {
  it('aborts when the token is cancelled, or was', () => {
    const { token, cancel } = cancellable();
    const signal = abortSignal(token);
    assert.equal(signal.aborted, false);
    cancel();
    assert.equal(signal.aborted, true);
    assert.equal(abortSignal(cancellable(true).token).aborted, true);
  });

  it('is one for each token, with one listener', () => {
    const { token, listeners } = cancellable();
    assert.equal(abortSignal(token), abortSignal(token));
    assert.equal(listeners.length, 1);
  });
});
