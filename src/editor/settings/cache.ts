import { Disposable, EventEmitter, workspace, type Event } from 'vscode';
import { onDidChangeSettings } from './changes';
import { readSettings, type Settings } from './settings';
import type { SettingsScope } from '../subject/subject';

/** The settings of each text, read again only after they may have changed. */
export class SettingsCache implements Disposable {
  readonly #known = new Map<string, Settings>();
  readonly #changed = new EventEmitter<void>();
  readonly #disposable: Disposable;

  /** Fires after the settings are forgotten, so that a listener reads the new ones. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor() {
    const forget = (): void => {
      this.#known.clear();
      this.#changed.fire();
    };
    this.#disposable = Disposable.from(
      onDidChangeSettings(forget),
      workspace.onDidChangeWorkspaceFolders(forget),
      this.#changed,
    );
  }

  /** The same object until a setting changes. */
  settingsFor(scope: SettingsScope): Settings {
    const key = placeOf(scope);
    const known = this.#known.get(key) ?? readSettings(scope);
    this.#known.set(key, known);
    return known;
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

/** Settings can depend on the workspace folder and on the language. */
function placeOf(scope: SettingsScope): string {
  const uri = 'uri' in scope ? scope.uri : scope;
  const languageId = 'languageId' in scope ? scope.languageId : '';
  return `${workspace.getWorkspaceFolder(uri)?.uri.toString() ?? ''} ${languageId}`;
}
