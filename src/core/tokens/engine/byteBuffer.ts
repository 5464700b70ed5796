/** Bytes that may be read (not used) after the end: lookups take whole words. */
const PADDING = 32;

/** A byte that begins no character and has no class: scanners stop there without a bounds test. */
const SENTINEL = 0x80;

/** A text's UTF-8 bytes in memory that is used again for the next text. Lone surrogates become U+FFFD. */
export class ByteBuffer {
  bytes: Uint8Array;
  view: DataView;
  /** Bytes in use; a sentinel and padding follow. */
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
