import type { Words } from '../words';

/** Said of standard input, which may be a prompt file. */
export function frontMatterOfInput({ l10n }: Words): string {
  return l10n.t(
    'It begins with front matter, which is counted. --stdin-filepath says what kind of file it is.',
  );
}
