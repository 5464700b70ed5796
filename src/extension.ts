import { StatusBarAlignment, window, type ExtensionContext } from 'vscode';

export function activate(context: ExtensionContext): void {
  const item = window.createStatusBarItem('cost', StatusBarAlignment.Right, 110);
  item.name = 'API Spend';
  item.text = 'API Spend';
  item.show();
  context.subscriptions.push(item);
}
