import { commands, extensions } from 'vscode';

/**
 * Ends what the status bar shows at its first appearance alone, which is tested from outside
 * (test/e2e/walkthrough.test.ts).
 */
export async function endIntroduction(): Promise<void> {
  const extension = extensions.getExtension('api-spend.api-spend');
  if (!extension) return;
  await extension.activate();
  await commands.executeCommand('_apiSpend.endIntroduction');
}
