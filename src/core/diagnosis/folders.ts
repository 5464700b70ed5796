/** What reads like the folders of an absolute path or of an address. */
const FOLDERS =
  /(?:\b[a-z][\w+.-]+:\/\/|\b[a-z]:[\\/]|(?<![\w.:])[\\/])[^\s\x22\x27\x60<>()]*[\\/]/gi;

/** A message without the folders of the files that it names: "…/notes.md". For a log, which stays on the machine. */
export function withoutFolders(message: string): string {
  return message.replaceAll(FOLDERS, '…/');
}
