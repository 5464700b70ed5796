/** Bytes of STREAMINFO that say how long a recording is, from the number of its samples a second on. */
const LENGTH_BYTES = 8;

/** From `fLaC`: the head of the first block, which is STREAMINFO, and the sizes of its blocks and frames. */
const AT = 4 + 4 + 10;

/**
 * Samples by samples a second: RFC 9639, 8.2. Undefined if they are not stated, as of a stream.
 *
 * @param at place of `fLaC`.
 */
export function flacSeconds(bytes: Uint8Array, at = 0): number | undefined {
  const stated = bytes.subarray(at + AT, at + AT + LENGTH_BYTES);
  if (stated.length < LENGTH_BYTES) return undefined;
  const view = new DataView(stated.buffer, stated.byteOffset, LENGTH_BYTES);
  // 20 bits of the rate, 8 of channels and sample size, 36 of the number of samples.
  const rate = view.getUint32(0) >>> 12;
  const samples = (view.getUint8(3) & 0x0f) * 2 ** 32 + view.getUint32(4);
  return rate > 0 && samples > 0 ? samples / rate : undefined;
}
