/** A shorter one may be an example. */
const BASE64_FILE = /data:[\w.+-]+\/[\w.+-]+(?:;[\w=.-]+)*;base64,[\w+/=%-]{100,}/g;

/** Number of data: URLs with base64 in a text: a model reads their characters, not the files in them. */
export function countBase64(text: string): number {
  return text.includes(';base64,') ? [...text.matchAll(BASE64_FILE)].length : 0;
}
