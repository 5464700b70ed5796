import { createClassTable } from './engine/characterClasses';
import { type EncodingName, RECIPES } from './encodings';
import { finish, type Sliced } from './sliced';
import { buildCounter, type TokenCounter } from './engine/tokenCounter';

/** Reads a file of media/vocabularies by its name. */
export type ReadVocabulary = (fileName: string) => Promise<Uint8Array>;

/** Does sliced work to its end, and lets others have their turn between two slices. */
export type RunSliced = <Result>(work: Sliced<Result>) => Promise<Result>;

/** The counters that are in memory. Each is loaded when it is first asked for, one at a time. */
export class Counters {
  readonly #readVocabulary: ReadVocabulary;
  readonly #run: RunSliced;
  readonly #loads = new Map<EncodingName, Promise<TokenCounter>>();
  readonly #loaded = new Map<EncodingName, TokenCounter>();
  #classes: Uint8Array | undefined;
  /** Ends when the load that was asked for last ends, whether it succeeds or not. */
  #lastLoad: Promise<unknown> = Promise.resolve();

  constructor(
    readVocabulary: ReadVocabulary,
    run: RunSliced = (work) => Promise.resolve(finish(work)),
  ) {
    this.#readVocabulary = readVocabulary;
    this.#run = run;
  }

  /**
   * The counter of an encoding. Callers that ask while it loads share the load; after a failure the
   * next caller tries again.
   * @throws {VocabularyError} when the file is damaged; and whatever reading it throws
   */
  get(encoding: EncodingName): Promise<TokenCounter> {
    const known = this.#loads.get(encoding);
    if (known !== undefined) return known;
    const load = this.#loadAfter(this.#lastLoad, encoding);
    this.#loads.set(encoding, load);
    this.#lastLoad = this.#settle(load, encoding);
    return load;
  }

  /** The counter if it is in memory, without loading it. */
  peek(encoding: EncodingName): TokenCounter | undefined {
    return this.#loaded.get(encoding);
  }

  /** Forgets a counter, so that its memory (about 10 MB) is free once nobody else holds it. */
  drop(encoding: EncodingName): void {
    this.#loads.delete(encoding);
    this.#loaded.delete(encoding);
  }

  async #loadAfter(earlier: Promise<unknown>, encoding: EncodingName): Promise<TokenCounter> {
    await earlier;
    const vocabulary = await this.#readVocabulary(RECIPES[encoding].file);
    this.#classes ??= createClassTable();
    return this.#run(buildCounter(encoding, vocabulary, this.#classes));
  }

  /** Keeps what a load brought, or forgets that it was tried; unless it was dropped meanwhile. */
  async #settle(load: Promise<TokenCounter>, encoding: EncodingName): Promise<void> {
    const [result] = await Promise.allSettled([load]);
    if (this.#loads.get(encoding) !== load) return;
    if (result.status === 'fulfilled') this.#loaded.set(encoding, result.value);
    else this.#loads.delete(encoding);
  }
}
