import { visibleText } from './visibleText';

/** Escapes a name for VS Code's inputs, which draw $(name) as an icon and [text](address) as a link. */
export function plainText(text: string): string {
  return visibleText(text)
    .replaceAll('$(', String.raw`\$(`)
    .replaceAll('](', '] (');
}
