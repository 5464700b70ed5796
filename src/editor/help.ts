import { commands, Range, Uri, window, workspace } from 'vscode';
import {
  chooseModelButton,
  openFileButton,
  openSettingsFile,
  showFormatButton,
} from '../wording/problems';
import type { ErrorAction } from './errors';
import { pagesFolder } from './pages';
import { wordsOf } from './words';

// Buttons beside messages about rejected values: each shows what has to be changed, or how it has to be written.

/** Opens a JSON file with the value at a path selected. @param path as in a `Problem`. */
export function openFileAt(uri: Uri, path: string): ErrorAction {
  return {
    title: openFileButton(wordsOf()),
    run: async () => {
      const document = await workspace.openTextDocument(uri);
      const { findPlace } = await import('../core/jsonc');
      const { start, end } = findPlace(document.getText(), path);
      const selection = new Range(document.positionAt(start), document.positionAt(end));
      await window.showTextDocument(document, { selection });
    },
  };
}

/** Shows a page of `docs/` that has the format. */
export function showFormat(page: 'pricing.md' | 'team.md'): ErrorAction {
  return { title: showFormatButton(wordsOf()), run: async () => showPage(page) };
}

/** Shows a page of `docs/`. */
export async function showPage(page: 'pricing.md' | 'team.md' | 'counting.md'): Promise<void> {
  const folder = pagesFolder();
  if (!folder) return;
  const uri = Uri.joinPath(folder, page);
  await commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
}

/** Lets the user choose the status bar's model. */
export function chooseModel(): ErrorAction {
  return {
    title: chooseModelButton(wordsOf()),
    run: async () => commands.executeCommand('apiSpend.selectModel'),
  };
}

/** Opens the settings file that has a value of a setting, at the value. @param key as in settings.json. */
export function openSettingsAt(key: string): ErrorAction {
  const places = workspace.getConfiguration(undefined, null).inspect(key);
  const isOfUser =
    places?.workspaceFolderValue === undefined && places?.workspaceValue === undefined;
  return openSettings(isOfUser ? 'user' : 'workspace', { revealSetting: { key } });
}

/** Opens a settings file. @param options of VS Code's commands. */
export function openSettings(scope: 'user' | 'workspace', options: object = {}): ErrorAction {
  const command =
    scope === 'user'
      ? 'workbench.action.openSettingsJson'
      : 'workbench.action.openWorkspaceSettingsFile';
  return {
    title: openSettingsFile(wordsOf()),
    run: async () => commands.executeCommand(command, options),
  };
}
