import { visibleText } from './visibleText';

/** Escapes a name for VS Code's inputs, which turn $(name) into icons and [text](address) into links. */
export function plainText(text: string): string {
  return withoutLinks(visibleText(text)).replaceAll('$(', String.raw`\$(`);
}

/** Escapes a text for VS Code's messages, which turn [text](address) into links. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
