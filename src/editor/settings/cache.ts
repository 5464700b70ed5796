import { Disposable, EventEmitter, workspace, type Event } from 'vscode';
import { onDidChangeSettings } from './changes';
import { fileCalls } from './fileCalls';
import { settingsWithoutFile, type Settings } from './settings';
import type { SettingsScope } from '../subject/subject';

/** The settings by workspace folder and language, read again only after a change. */
export class SettingsCache implements Disposable {
  readonly #known = new Map<string, Settings>();
  readonly #changed = new EventEmitter<void>();
  readonly #disposable: Disposable;

  /** Fires after the cache is cleared, so that listeners read the new settings. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor() {
    const clear = (): void => {
      this.#known.clear();
      this.#changed.fire();
    };
    this.#disposable = Disposable.from(
      onDidChangeSettings(clear),
      workspace.onDidChangeWorkspaceFolders(clear),
      this.#changed,
    );
  }

  /** Returns the same object until a setting, or what the document says of its call, changes. */
  settingsFor(scope: SettingsScope): Settings {
    const key = keyOf(scope);
    const known = this.#known.get(key) ?? settingsWithoutFile(scope);
    this.#known.set(key, known);
    return fileCalls.price(fileCalls.apply(known, scope));
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

/** Settings can depend on the workspace folder and on the language. */
function keyOf(scope: SettingsScope): string {
  const uri = 'uri' in scope ? scope.uri : scope;
  const languageId = 'languageId' in scope ? scope.languageId : '';
  return `${workspace.getWorkspaceFolder(uri)?.uri.toString() ?? ''} ${languageId}`;
}
