import { workspace, type Disposable } from 'vscode';
import { onDidChangeSettings } from './changes';
import { readSettings, type Settings } from './settings';
import type { SettingsScope } from '../subject/subject';

/** The settings that hold for a text, read again only after they may have changed. */
export class SettingsCache implements Disposable {
  readonly #known = new Map<string, Settings>();
  readonly #listeners: readonly Disposable[];

  constructor() {
    const forget = (): void => this.#known.clear();
    this.#listeners = [onDidChangeSettings(forget), workspace.onDidChangeWorkspaceFolders(forget)];
  }

  /** The same object as long as the settings are the same. */
  settingsFor(scope: SettingsScope): Settings {
    const key = placeOf(scope);
    const known = this.#known.get(key) ?? readSettings(scope);
    this.#known.set(key, known);
    return known;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }
}

/** What settings can depend on: the folder of the workspace, and the language. */
function placeOf(scope: SettingsScope): string {
  const uri = 'uri' in scope ? scope.uri : scope;
  const languageId = 'languageId' in scope ? scope.languageId : '';
  return `${workspace.getWorkspaceFolder(uri)?.uri.toString() ?? ''} ${languageId}`;
}
