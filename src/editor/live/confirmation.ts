import { EventEmitter, window, type Event } from 'vscode';
import type { Done } from '../../wording/words';

/** A reader needs this time for the longest sentence. */
const DONE_MS = 8000;

/**
 * Says in the status bar what a command has done: in the item with the cost, since a message of its own would push that
 * item out of a narrow window.
 */
class Confirmation {
  readonly #changed = new EventEmitter<void>();
  #done: Done | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasPlace = (): boolean => false;

  /** Fires when something else, or nothing more, is to be said. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** What is to be said now. */
  get done(): Done | undefined {
    return this.#done;
  }

  /** @param hasPlace whether the item shows a cost now. */
  placedIn(hasPlace: () => boolean): void {
    this.#hasPlace = hasPlace;
  }

  say(done: Done): void {
    if (!this.#hasPlace()) {
      window.setStatusBarMessage(done.sentence, DONE_MS);
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(undefined), DONE_MS);
    this.#set(done);
  }

  #set(done: Done | undefined): void {
    this.#done = done;
    this.#changed.fire();
  }
}

/** One for the window, like its status bar. */
export const confirmation = new Confirmation();
