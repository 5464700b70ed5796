import {
  TabInputCustom,
  TabInputNotebook,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
  type QuickPickItem,
} from 'vscode';
import { chooseFiles, filesDialog, type FileChoice } from '../../wording/views/files';
import { wordsOf } from '../words';

interface Choice extends QuickPickItem {
  /** Undefined: a dialog asks. */
  readonly uri: Uri | undefined;
}

/**
 * Asks what the palette's command is about: the file of the active tab, its folder, a folder of the workspace, or files
 * of a dialog.
 *
 * @returns empty if cancelled.
 */
export async function askForFiles(): Promise<readonly Uri[]> {
  const choices = choicesNow();
  if (choices.length === 1) return askInDialog();
  const { title } = filesDialog(wordsOf());
  const chosen = await window.showQuickPick(choices, { title });
  if (!chosen) return [];
  return chosen.uri ? [chosen.uri] : askInDialog();
}

function choicesNow(): readonly Choice[] {
  const active = activeTabUri();
  const folder = active && isInFolder(active) ? Uri.joinPath(active, '..') : undefined;
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const isOther = (uri: Uri): boolean =>
    folders.every((each) => each.toString() !== uri.toString());
  return [
    ...(active ? [choiceOf('file', active)] : []),
    ...(folder && isOther(folder) ? [choiceOf('folder', folder)] : []),
    ...folders.map((uri) => choiceOf('workspace', uri)),
    { label: chooseFiles(wordsOf(), 'dialog'), uri: undefined },
  ];
}

/** Documents without a file system, such as untitled ones, and versions of git lie in no folder that can be listed. */
function isInFolder({ scheme }: Uri): boolean {
  return scheme !== 'git' && workspace.fs.isWritableFileSystem(scheme) !== undefined;
}

function choiceOf(kind: FileChoice, uri: Uri): Choice {
  const name = uri.path.split('/').at(-1) ?? uri.path;
  return { label: name, description: chooseFiles(wordsOf(), kind), uri };
}

async function askInDialog(): Promise<readonly Uri[]> {
  const picked = await window.showOpenDialog({
    canSelectFiles: true,
    canSelectFolders: true,
    canSelectMany: true,
    ...filesDialog(wordsOf()),
  });
  return picked ?? [];
}

function activeTabUri(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof TabInputTextDiff) return input.modified;
  const hasUri =
    input instanceof TabInputText ||
    input instanceof TabInputCustom ||
    input instanceof TabInputNotebook;
  return hasUri ? input.uri : undefined;
}
