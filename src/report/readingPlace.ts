/** The part of a window that scrolls. Positions are pixels from the top of the page. */
export interface ScrollArea {
  readonly scrollTop: number;
  scrollTo(top: number): void;
}

/**
 * Brings the reader back to the remembered position. A page that is still being laid out is too short for it, and
 * the browser then stops at the end of the page. So each change of the page's height tries again, until the
 * position is reached or the reader scrolls.
 */
export class ReadingPlace {
  readonly #area: ScrollArea;
  /** The position to reach; undefined once the reader is there. */
  #target: number | undefined;
  /** Where the page was moved to last. */
  #moved = 0;

  constructor(area: ScrollArea, target: number) {
    this.#area = area;
    this.#target = target;
  }

  /** Call after the page has drawn its content or changed its height. */
  laidOut(): void {
    if (this.#target === undefined) return;
    this.#area.scrollTo(this.#target);
    this.#moved = this.#area.scrollTop;
    // Browsers round positions to physical pixels.
    if (Math.abs(this.#area.scrollTop - this.#target) < 1) this.#target = undefined;
  }

  /** Call when the reader uses a key, a wheel or a pointer: the page no longer moves by itself. */
  taken(): void {
    this.#target = undefined;
  }

  /** Call after the page was scrolled, by the reader or by `laidOut`. */
  scrolled(): void {
    if (Math.abs(this.#area.scrollTop - this.#moved) >= 1) this.taken();
  }

  /** The position to remember: the one to reach, or the one where the reader is. */
  get scrollTop(): number {
    return this.#target ?? this.#area.scrollTop;
  }
}
