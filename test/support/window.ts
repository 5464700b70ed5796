// Actions of integration tests in VS Code.
import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  extensions,
  NotebookData,
  NotebookEdit,
  NotebookRange,
  Position,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type NotebookCellData,
  type NotebookEditor,
  type TextEditor,
} from 'vscode';
import type { ApiSpendApi } from '../../api';
import type { ApiSpend } from '../../src/editor/inspection';

/** The extension's inspection. Activates the extension if necessary. */
export async function apiSpend(): Promise<ApiSpend> {
  await exportedApi();
  return commands.executeCommand('apiSpend.inspect');
}

/** The API for other extensions. */
export async function exportedApi(): Promise<ApiSpendApi> {
  const extension = extensions.getExtension<ApiSpendApi>('api-spend.api-spend');
  assert.ok(extension, 'VS Code has not loaded the extension');
  return extension.activate();
}

/**
 * Polls until `isWanted` accepts the value, because VS Code has no events for most states that tests wait for. The
 * error contains the last value.
 */
export async function eventually<T>(
  read: () => T | Thenable<T>,
  isWanted: (value: T) => boolean,
  limitMs = 150_000,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const value = await read();
    if (isWanted(value)) return value;
    if (performance.now() > deadline) {
      throw new Error(`not reached within ${limitMs} ms; last value: ${JSON.stringify(value)}`);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}

/** Waits until the status-bar item is visible with a text. */
export async function statusText(wanted: string | RegExp, limitMs?: number): Promise<string> {
  return eventually(
    async () => {
      const { visible, text } = (await apiSpend()).statusItem;
      return visible ? text : '';
    },
    (text) => (typeof wanted === 'string' ? text === wanted : wanted.test(text)),
    limitMs,
  );
}

/** Waits for a tooltip of the status-bar item; without Markdown escapes and room between columns. */
export async function statusTooltip(isWanted: (text: string) => boolean): Promise<string> {
  return eventually(
    async () => (await apiSpend()).statusItem.tooltip.replaceAll(/\\|&emsp;/g, ''),
    isWanted,
    30_000,
  );
}

/** Follows a link of the tooltip on the call that a file names. */
export async function answerFileCall(uri: Uri, link: string): Promise<void> {
  await commands.executeCommand('_apiSpend.answerFileCall', uri.toString(), link);
}

/**
 * Opens a new untitled document and focuses it. VS Code may reuse the name of a document that was just closed and then
 * restores that document's backup instead of `content`.
 */
export async function openText(content: string, language = 'plaintext'): Promise<TextEditor> {
  const document = await workspace.openTextDocument({ content, language });
  if (document.getText() !== content) {
    const edit = new WorkspaceEdit();
    const end = document.positionAt(document.getText().length);
    edit.replace(document.uri, new Range(new Position(0, 0), end), content);
    assert.ok(await workspace.applyEdit(edit));
  }
  return window.showTextDocument(document);
}

/** Opens a new untitled notebook and focuses it. Like `openText`, discards the backup of a closed one. */
export async function openCells(cells: NotebookCellData[]): Promise<NotebookEditor> {
  const data = new NotebookData(cells);
  const notebook = await workspace.openNotebookDocument('jupyter-notebook', data);
  const opened = notebook.getCells().map(({ document }) => document.getText());
  if (opened.join('\0') !== cells.map(({ value }) => value).join('\0')) {
    const all = new NotebookRange(0, notebook.cellCount);
    const edit = new WorkspaceEdit();
    edit.set(notebook.uri, [NotebookEdit.replaceCells(all, cells)]);
    assert.ok(await workspace.applyEdit(edit));
  }
  return window.showNotebookDocument(notebook);
}

/** The URI of a file in the workspace folder. */
export function workspaceFile(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no workspace folder');
  return Uri.joinPath(folder.uri, name);
}

/** Writes a file in the workspace folder. */
export async function writeWorkspaceFile(name: string, bytes: Uint8Array): Promise<Uri> {
  const uri = workspaceFile(name);
  await workspace.fs.writeFile(uri, bytes);
  return uri;
}

/** A selection within one line. */
export function select(line: number, from: number, to: number): Selection {
  return new Selection(new Position(line, from), new Position(line, to));
}

/** Sets a user setting of the extension; undefined removes it. */
export async function setSetting(key: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('apiSpend').update(key, value, ConfigurationTarget.Global);
}

/** Names of the extension's settings without their prefix. */
function settingKeys(): readonly string[] {
  const { packageJSON } = extensions.getExtension('api-spend.api-spend') ?? {};
  const { configuration } = (packageJSON as Manifest).contributes;
  return configuration
    .flatMap(({ properties }) => Object.keys(properties))
    .map((name) => name.replace(/^apiSpend\./, ''));
}

/** The part of package.json that `settingKeys` reads. */
interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
}

/** Closes all editors and replaces the extension's user settings by `settings`. */
export async function resetWindow(settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
  // One at a time: closing all editors would open a save dialog, which VS Code refuses under test.
  while (window.tabGroups.all.some(({ tabs }) => tabs.length > 0))
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await eventually(
    async () => (await apiSpend()).statusItem.visible,
    (visible) => !visible,
  );
  // Skip unchanged settings, because VS Code writes a file for each update.
  for (const key of settingKeys()) {
    const { globalValue } = workspace.getConfiguration('apiSpend').inspect(key) ?? {};
    if (JSON.stringify(globalValue) !== JSON.stringify(settings[key]))
      await setSetting(key, settings[key]);
  }
}
