// The terminal program, which is only in English.

/** Said of standard input, which may be a prompt file. */
export function frontMatterOfInput(): string {
  return 'It begins with front matter, which is counted. --stdin-filepath says what kind of file it is.';
}
