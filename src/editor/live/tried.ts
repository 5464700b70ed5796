import { EventEmitter, type Disposable } from 'vscode';
import type { Tried } from '../../protocol/messages';

/** What the report shows under assumptions that are tried there and not saved; other views show another cost. */
export class TriedInReport implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #tried: Tried | undefined;

  /** @returns undefined if nothing is tried on this subject. */
  on(identity: string): Tried | undefined {
    return this.#tried?.identity === identity ? this.#tried : undefined;
  }

  set(tried: Tried | undefined): void {
    const isSame = tried?.identity === this.#tried?.identity && tried?.cost === this.#tried?.cost;
    this.#tried = tried;
    if (!isSame) this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
