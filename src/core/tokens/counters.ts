import { createClassTable } from './engine/characterClasses';
import { ENCODINGS, type EncodingName, RECIPES } from './encodings';
import { finish, type Sliced } from '../scheduling/sliced';
import { buildCounter, type TokenCounter } from './engine/tokenCounter';

/** A vocabulary stays in memory this long after its last lease, because the next lease often follows soon. */
const LINGER_MS = 60_000;

/** Reads a file of media/vocabularies by its name. */
export type ReadVocabulary = (fileName: string) => Promise<Uint8Array>;

/** Runs sliced work to its end and yields to other work between slices. */
export type RunSliced = <Result>(work: Sliced<Result>) => Promise<Result>;

/** Calls `work` once after `ms` milliseconds. Returns a function that cancels the call. */
export type After = (ms: number, work: () => void) => () => void;

/** What a load is refused with. @param cause of reading the file, or a `VocabularyError`. */
export type BrokenVocabulary = (fileName: string, cause: unknown) => unknown;

/** Keeps the vocabulary of one encoding in memory until it is disposed. */
export interface CounterLease {
  /**
   * Loads the counter on first use. Concurrent calls share one load; a call after a failure tries again.
   *
   * @throws what `BrokenVocabulary` makes of an error of reading the file, or of a damaged one.
   */
  load(): Promise<TokenCounter>;
  dispose(): void;
}

/**
 * The vocabularies in memory, about 10 MB each. Loads one at a time, and drops a vocabulary `LINGER_MS` after its last
 * lease was disposed.
 */
export class Counters {
  readonly #readVocabulary: ReadVocabulary;
  readonly #run: RunSliced;
  readonly #after: After;
  readonly #broken: BrokenVocabulary;
  readonly #loads = new Map<EncodingName, Promise<TokenCounter>>();
  readonly #leases = new Map<EncodingName, number>();
  /** Functions that cancel the pending drop of an encoding. */
  readonly #lingering = new Map<EncodingName, () => void>();
  readonly #dropListeners = new Set<(encoding: EncodingName) => void>();
  #classes: Uint8Array | undefined;
  /** Settles with the most recently requested load; never rejects. */
  #lastLoad: Promise<unknown> = Promise.resolve();
  #isDisposed = false;

  /**
   * @param after default: vocabularies are never dropped, as suits a short-lived process.
   * @param broken default: the cause itself.
   */
  constructor(
    readVocabulary: ReadVocabulary,
    run: RunSliced = (work) => Promise.resolve(finish(work)),
    after: After = () => () => undefined,
    broken: BrokenVocabulary = (_, cause) => cause,
  ) {
    this.#readVocabulary = readVocabulary;
    this.#run = run;
    this.#after = after;
    this.#broken = broken;
  }

  /** The encodings with at least one lease. */
  get leased(): readonly EncodingName[] {
    return ENCODINGS.filter((encoding) => this.#leases.has(encoding));
  }

  /** A new lease. It loads nothing until `load` is called. */
  lease(encoding: EncodingName): CounterLease {
    this.#stopLingering(encoding);
    this.#leases.set(encoding, (this.#leases.get(encoding) ?? 0) + 1);
    let isHeld = true;
    return {
      load: async () => {
        if (!isHeld) throw new Error(`the lease of ${encoding} was disposed`);
        return this.#load(encoding);
      },
      dispose: () => {
        if (isHeld) this.#giveBack(encoding);
        isHeld = false;
      },
    };
  }

  /**
   * Calls `listener` when a vocabulary is dropped. The listener must release its references to the counter, or the
   * memory is not freed.
   *
   * @returns a function that removes the listener.
   */
  onDrop(listener: (encoding: EncodingName) => void): () => void {
    this.#dropListeners.add(listener);
    return () => void this.#dropListeners.delete(listener);
  }

  /** Cancels all pending drops and prevents new ones. */
  dispose(): void {
    this.#isDisposed = true;
    for (const cancel of this.#lingering.values()) cancel();
    this.#lingering.clear();
    this.#dropListeners.clear();
  }

  #giveBack(encoding: EncodingName): void {
    const left = (this.#leases.get(encoding) ?? 0) - 1;
    if (left > 0) {
      this.#leases.set(encoding, left);
      return;
    }
    this.#leases.delete(encoding);
    if (this.#isDisposed || !this.#loads.has(encoding)) return;
    const drop = (): void => this.#drop(encoding);
    this.#lingering.set(encoding, this.#after(LINGER_MS, drop));
  }

  #stopLingering(encoding: EncodingName): void {
    this.#lingering.get(encoding)?.();
    this.#lingering.delete(encoding);
  }

  #drop(encoding: EncodingName): void {
    this.#lingering.delete(encoding);
    this.#loads.delete(encoding);
    for (const listener of this.#dropListeners) listener(encoding);
  }

  async #load(encoding: EncodingName): Promise<TokenCounter> {
    const known = this.#loads.get(encoding);
    if (known !== undefined) return known;
    const load = this.#loadAfter(this.#lastLoad, encoding);
    this.#loads.set(encoding, load);
    this.#lastLoad = this.#settle(load, encoding);
    return load;
  }

  async #loadAfter(earlier: Promise<unknown>, encoding: EncodingName): Promise<TokenCounter> {
    await earlier;
    const { file } = RECIPES[encoding];
    try {
      const vocabulary = await this.#readVocabulary(file);
      this.#classes ??= createClassTable();
      return await this.#run(buildCounter(encoding, vocabulary, this.#classes));
    } catch (error) {
      throw this.#broken(file, error);
    }
  }

  /** Forgets a failed load, unless a new load has replaced it. */
  async #settle(load: Promise<TokenCounter>, encoding: EncodingName): Promise<void> {
    const [{ status }] = await Promise.allSettled([load]);
    if (status === 'rejected' && this.#loads.get(encoding) === load) this.#loads.delete(encoding);
  }
}
