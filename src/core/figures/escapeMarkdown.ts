import { visibleText } from './visibleText';

/** Escapes text for Markdown with HTML, on one line. */
export function escapeMarkdown(text: string): string {
  return (
    visibleText(text.replaceAll(/\s+/g, ' '))
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // An entity, because VS Code draws an escaped $(name) as an icon.
      .replaceAll('$', '&#36;')
      .replaceAll(/[\\`*_{}[\]()+!|~:@-]/g, '\\$&')
      .replaceAll(/#(?!36;)/g, '\\#')
      // GitHub's Markdown makes links of such names.
      .replaceAll(/(www)\./gi, String.raw`$1\.`)
  );
}
