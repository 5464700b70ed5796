/** Padding in bytes, because lookups read whole words past the end. */
const PADDING = 32;

/** A byte that starts no character and has no class, so that scanners stop at the end without a bounds check. */
const SENTINEL = 0x80;

/** UTF-8 bytes of a text in a reusable buffer. Lone surrogates become U+FFFD. */
export class ByteBuffer {
  bytes: Uint8Array;
  view: DataView;
  /** Number of bytes of the text; a sentinel and padding follow. */
  length = 0;
  readonly #encoder = new TextEncoder();

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity + PADDING);
    this.view = new DataView(this.bytes.buffer);
  }

  fill(text: string): void {
    this.length = 0;
    this.append(text);
  }

  append(text: string): void {
    this.#reserve(this.length + 3 * text.length);
    const free = this.bytes.subarray(this.length);
    this.truncate(this.length + this.#encoder.encodeInto(text, free).written);
  }

  truncate(length: number): void {
    this.length = length;
    this.bytes[length] = SENTINEL;
  }

  copy(): ByteBuffer {
    const copy = new ByteBuffer(this.length);
    copy.bytes.set(this.bytes.subarray(0, this.length));
    copy.truncate(this.length);
    return copy;
  }

  #reserve(length: number): void {
    if (length + PADDING <= this.bytes.length) return;
    const used = this.bytes.subarray(0, this.length);
    this.bytes = new Uint8Array(length + PADDING);
    this.bytes.set(used);
    this.view = new DataView(this.bytes.buffer);
  }
}
