import type { Disposable } from 'vscode';
import type { Memory } from '../memory';
import type { LiveEstimate } from './estimate';

const KEY = 'usedModels';

/** Models that are remembered. */
const MOST = 5;

/** The ids of the status bar's last models, newest first; kept while VS Code is closed. */
export class UsedModels implements Disposable {
  readonly #memento: Memory;
  readonly #listener: Disposable;

  constructor(live: Pick<LiveEstimate, 'onDidChange'>, memento: Memory) {
    this.#memento = memento;
    this.#listener = live.onDidChange((readout) => {
      if (readout.kind === 'ready') this.#use(readout.result.model.id);
    });
  }

  get ids(): readonly string[] {
    const ids: unknown = this.#memento.get(KEY);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #use(id: string): void {
    const { ids } = this;
    if (ids[0] === id) return;
    const newest = [id, ...ids.filter((each) => each !== id)].slice(0, MOST);
    void this.#memento.update(KEY, newest);
  }
}
