import { visibleText } from './visibleText';

/** A name as VS Code's inputs show it: they would make icons of $(name) and links of [text](address). */
export function plainText(text: string): string {
  return visibleText(text)
    .replaceAll('$(', String.raw`\$(`)
    .replaceAll('](', '] (');
}
