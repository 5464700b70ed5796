/** A scrollable page. Positions are pixels from its top. */
export interface ScrollArea {
  readonly scrollTop: number;
  scrollTo(top: number): void;
  /** Scroll anchoring: the browser scrolls when something above the visible content grows. */
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
 * Restores the remembered position and holds it until the reader moves. While the page is laid out, two things would
 * change it: a page may still be too short for the position, and scroll anchoring moves the page when something above
 * grows. So anchoring is off, and each change of height sets the position again.
 */
export class ReadingPlace {
  readonly #area: ScrollArea;
  /** The remembered position; undefined once the reader has moved. */
  #target: number | undefined;
  /** Position after the last call of `laidOut`. */
  #moved = 0;

  constructor(area: ScrollArea, target: number) {
    this.#area = area;
    this.#target = target;
    area.setAnchoring(false);
  }

  /** Something else is shown, or the report is asked for: its first line is what the reader needs, until he moves. */
  toTop(): void {
    this.#target = 0;
    this.#area.setAnchoring(false);
    this.laidOut();
  }

  /** Call after the content is drawn and after the height has changed. */
  laidOut(): void {
    if (this.#target === undefined) return;
    this.#area.scrollTo(this.#target);
    this.#moved = this.#area.scrollTop;
  }

  /** Call when the reader uses a key, a wheel or a pointer; ends the restoration. */
  taken(): void {
    if (this.#target === undefined) return;
    this.#target = undefined;
    this.#area.setAnchoring(true);
  }

  /** Call after each scroll, by the reader or by `laidOut`. */
  scrolled(): void {
    // Browsers round positions to physical pixels.
    if (Math.abs(this.#area.scrollTop - this.#moved) >= 1) this.taken();
  }

  /** The position to remember. */
  get scrollTop(): number {
    return this.#target ?? this.#area.scrollTop;
  }
}
