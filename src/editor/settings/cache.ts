import { workspace, type Disposable } from 'vscode';
import { onDidChangeSettings } from './changes';
import { readSettings, type Settings } from './settings';
import type { SettingsScope } from '../subject/subject';

/** The settings of each text, read again only after they may have changed. */
export class SettingsCache implements Disposable {
  readonly #known = new Map<string, Settings>();
  readonly #listeners: readonly Disposable[];

  constructor() {
    const forget = (): void => this.#known.clear();
    this.#listeners = [onDidChangeSettings(forget), workspace.onDidChangeWorkspaceFolders(forget)];
  }

  /** The same object until a setting changes. */
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

/** Settings can depend on the workspace folder and on the language. */
function placeOf(scope: SettingsScope): string {
  const uri = 'uri' in scope ? scope.uri : scope;
  const languageId = 'languageId' in scope ? scope.languageId : '';
  return `${workspace.getWorkspaceFolder(uri)?.uri.toString() ?? ''} ${languageId}`;
}
