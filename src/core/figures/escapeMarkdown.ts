/** Text that Markdown, and the HTML in it, shows as it is, on one line. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // An entity where an escape would leave $(name), which VS Code draws as an icon.
      .replaceAll('$', '&#36;')
      .replaceAll(/[\\`*_{}[\]()+!|~:@-]/g, '\\$&')
      .replaceAll(/#(?!36;)/g, '\\#')
  );
}
