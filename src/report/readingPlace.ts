/** The part of a window that scrolls. Positions are pixels from the top of the page. */
export interface ScrollArea {
  readonly scrollTop: number;
  scrollTo(top: number): void;
  /** Whether the browser moves the page with its content when something above it grows. */
  setAnchoring(isOn: boolean): void;
}

export const windowArea: ScrollArea = {
  get scrollTop() {
    return scrollY;
  },
  scrollTo: (top) => scrollTo(0, top),
  setAnchoring(isOn) {
    document.documentElement.style.overflowAnchor = isOn ? '' : 'none';
  },
};

/**
 * Brings the reader back to the remembered position, and keeps them there until they move. While the page is being laid
 * out, two things would take them elsewhere: a page that is too short for the position ends before it, and when
 * something above grows, the browser moves the page with the content below. So anchoring is off, and each change of the
 * height sets the position again.
 */
export class ReadingPlace {
  readonly #area: ScrollArea;
  /** The remembered position; undefined once the reader has moved. */
  #target: number | undefined;
  /** Where the page was moved to last. */
  #moved = 0;

  constructor(area: ScrollArea, target: number) {
    this.#area = area;
    this.#target = target;
    area.setAnchoring(false);
  }

  /** Call after the page has drawn its content or changed its height. */
  laidOut(): void {
    if (this.#target === undefined) return;
    this.#area.scrollTo(this.#target);
    this.#moved = this.#area.scrollTop;
  }

  /** Call when the reader uses a key, a wheel or a pointer: the page no longer moves by itself. */
  taken(): void {
    if (this.#target === undefined) return;
    this.#target = undefined;
    this.#area.setAnchoring(true);
  }

  /** Call after the page was scrolled, by the reader or by `laidOut`. */
  scrolled(): void {
    // Browsers round positions to physical pixels.
    if (Math.abs(this.#area.scrollTop - this.#moved) >= 1) this.taken();
  }

  /** The position to remember: the one that was, or the one to which the reader has moved. */
  get scrollTop(): number {
    return this.#target ?? this.#area.scrollTop;
  }
}
