/**
 * The form in which spellings of one name are equal: capitals, blanks and underscores do not count, nor does the mark
 * between the numbers of a version. Digits are never dropped or changed.
 *
 * Examples: Claude-Sonnet-4.6 and claude-sonnet-4-6; `GPT 4o` and gpt-4o; gpt_4.1 and gpt-4.1. But qwen3-0.6b keeps
 * its dot: a number before a letter is a size, and qwen3-0-6b would be another name.
 */
export function spellingKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .replaceAll(/(?<=\d)\.(?=\d+(?![\da-z]))/g, '-');
}
