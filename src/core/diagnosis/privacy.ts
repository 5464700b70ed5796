/** What stands in quotes of any kind: a value, a name or a text of the user. */
const QUOTED = /[\x22\x27\x60“”‘’«»][^\n]*?[\x22\x27\x60“”‘’«»]/g;

/** A path or an address, and each word that has a part of one. */
const PLACE = /\S*[\\/]\S*/g;

/** A file's name. */
const NAME = /[\w-]+(?:\.[\w-]+)+/g;

/** The most that is kept of a message, in characters. */
const MOST = 200;

/** A message without places, quoted values and names of files: for a document that others read. */
export function withoutNames(message: string): string {
  const [line = ''] = message.split('\n');
  return line.replaceAll(QUOTED, '“…”').replaceAll(PLACE, '…').replaceAll(NAME, '…').slice(0, MOST);
}

/** A line of a stack: "at count (file:///…/dist/parts/work-A1.js:12:34)". */
const FRAME = /(?:dist|out)[\\/](?:[\w-]+[\\/])*([\w-]+\.js:\d+:\d+)/;

/** Where in this program an error was thrown: "extension.js:1:200"; undefined if the stack does not say it. */
export function ownPlace(error: Error): string | undefined {
  return FRAME.exec(error.stack ?? '')?.[1];
}
