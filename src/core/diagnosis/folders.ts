/** Where an absolute path or an address can begin. Bounded, so that the search takes time in proportion to the text. */
const START = /\b[a-z][\w+.-]{0,40}:\/\/|\b[a-z]:[\\/]|(?<![\w.])[\\/]/i;

/**
 * A message without the folders of the files that it names: "…/notes.md". As a folder can have spaces, quotes and line
 * feeds, nothing says where a path ends: all between the start of the first path and the last separator goes. For a
 * log, which stays on the machine.
 */
export function withoutFolders(message: string): string {
  const path = START.exec(message);
  if (!path) return message;
  const end = Math.max(message.lastIndexOf('/'), message.lastIndexOf('\\'));
  const isInFolder = end >= path.index + path[0].length;
  return isInFolder
    ? `${message.slice(0, path.index)}…${message.slice(end)}`.replace('…\\', '…/')
    : message;
}
