/** Values of the characters, also of the alphabet for URLs; 64: none. */
const VALUES = valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');

function valuesOf(alphabet: string): Uint8Array {
  const values = new Uint8Array(128).fill(64);
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  values['-'.charCodeAt(0)] = 62;
  values['_'.charCodeAt(0)] = 63;
  return values;
}

/**
 * The first bytes of a base64 text: headers of pictures need no more. Other characters, such as line ends, are skipped.
 *
 * @param most bytes.
 */
export function decodeBase64(text: string, most = Infinity): Uint8Array {
  const bytes = new Uint8Array(Math.min(most, Math.ceil((text.length * 3) / 4)));
  let [bits, held, length] = [0, 0, 0];
  for (let index = 0; index < text.length && length < bytes.length; index++) {
    const value = VALUES[text.charCodeAt(index)] ?? 64;
    if (value === 64) continue;
    bits = ((bits << 6) | value) & 0xff_ffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length++] = (bits >> held) & 0xff;
  }
  return bytes.subarray(0, length);
}
