import type { Place } from '../walk';
import type { Counted, ScannedFile, Skipped } from './content';

/** Counts a file in ranges. */
export interface LargeFileHost<P extends Place, Counts> {
  /**
   * Rejects if the file cannot be read; undefined if cancelled.
   *
   * @param countsText false: the file is too large if it is no file of requests.
   * @param progress of so many bytes.
   */
  countLarge(
    file: P,
    countsText: boolean,
    progress: (bytes: number) => void,
  ): Promise<Counted<Counts> | 'binary' | 'tooLarge' | undefined>;
}

/** A file that was read in ranges, and how much of it was text that is one call. */
type LargeFile<P extends Place, Counts> = { readonly textBytes: number } & (
  | { readonly kind: 'counted'; readonly file: ScannedFile<P, Counts> }
  | { readonly kind: 'skipped'; readonly skipped: Skipped<P> }
);

/** The files of a scan that are too large to be read as one text. */
export class LargeFiles<P extends Place, Counts> {
  readonly #host: LargeFileHost<P, Counts>;
  /** Bytes that may still be read. */
  #left: number;

  constructor(host: LargeFileHost<P, Counts>, mostBytes: number) {
    this.#host = host;
    this.#left = mostBytes;
  }

  /**
   * @param textBytes that the scan still counts of texts.
   * @param progress the share of the file that is counted.
   * @returns undefined if cancelled.
   */
  async count(
    place: P,
    bytes: number,
    textBytes: number,
    progress: (share: number) => void,
  ): Promise<LargeFile<P, Counts> | undefined> {
    if (bytes > this.#left) return skip({ place, reason: 'tooLarge' });
    this.#left -= bytes;
    try {
      const report = (read: number): void => progress(Math.min(1, read / bytes));
      const counted = await this.#host.countLarge(place, bytes <= textBytes, report);
      if (counted === undefined) return undefined;
      if (typeof counted === 'string') return skip({ place, reason: counted });
      const file = { place, ...counted, call: undefined, template: undefined };
      return { kind: 'counted', file, textBytes: counted.form === 'requests' ? 0 : bytes };
    } catch (error) {
      return skip({ place, reason: 'unreadable', error });
    }
  }
}

function skip<P extends Place>(skipped: Skipped<P>): LargeFile<P, never> {
  return { kind: 'skipped', skipped, textBytes: 0 };
}
