import { commands } from 'vscode';

/** The steps of the walkthrough. */
export type Step = 'text' | 'model' | 'comparison' | 'calls' | 'report';

const done = new Set<Step>();

/** Ticks a step of the walkthrough, which VS Code remembers. In the manifest, it waits for this context key. */
export function stepDone(step: Step): void {
  if (done.has(step)) return;
  done.add(step);
  void commands.executeCommand('setContext', `apiSpend.done.${step}`, true);
}
