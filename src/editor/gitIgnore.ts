import { Uri, workspace } from 'vscode';
import { IgnoreRules } from '../core/files/ignoreRules';

/** The rules of a .gitignore file. */
export async function readRules(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

/**
 * What the .gitignore files above a chosen folder say about its entries: those of its repository, or
 * where there is none those of its workspace folder.
 */
export async function rulesAbove(chosen: Uri): Promise<IgnoreRules> {
  let rules = IgnoreRules.none;
  for (const [folder, name] of await foldersAbove(chosen)) {
    const file = Uri.joinPath(folder, '.gitignore');
    if (await exists(file)) rules = rules.with(await readRules(file));
    rules = rules.below(name);
  }
  return rules;
}

/** The folders above, the uppermost first, each with the name of the one below it. */
async function foldersAbove(chosen: Uri): Promise<readonly (readonly [Uri, string])[]> {
  const above: (readonly [Uri, string])[] = [];
  const workspaceFolder = workspace.getWorkspaceFolder(chosen)?.uri.toString();
  let inWorkspace = 0;
  for (let folder = chosen; ; folder = Uri.joinPath(folder, '..')) {
    if (await exists(Uri.joinPath(folder, '.git'))) return above.toReversed();
    if (folder.toString() === workspaceFolder) inWorkspace = above.length;
    const parent = Uri.joinPath(folder, '..');
    if (parent.path === folder.path) return above.slice(0, inWorkspace).toReversed();
    above.push([parent, folder.path.slice(folder.path.lastIndexOf('/') + 1)]);
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
