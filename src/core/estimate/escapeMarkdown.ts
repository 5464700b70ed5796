/** Text that shows as itself in Markdown, in a table too: no markup, no link, no icon, one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]()#+\-!|>~$]/g, String.raw`\$&`);
}
