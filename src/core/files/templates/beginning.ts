import type { TextPart } from '../notebook';
import type { FileKind } from '../sentText';
import { headOfText } from './fileTemplate';
import { placeholdersIn } from './placeholder';

/**
 * What of a template is the same in each call: its parts up to the first placeholder or control structure, which a cache
 * of a prompt's beginning can hold. Undefined: it has none, so that nothing says which part changes.
 *
 * @param parts those that are sent.
 */
export function beginningOf(
  text: string,
  file: FileKind,
  parts: readonly TextPart[],
): readonly TextPart[] | undefined {
  const { style } = headOfText(text, file);
  for (const [index, part] of parts.entries()) {
    const first = placeholdersIn(part.text, style).find(({ brace }) => brace === undefined);
    if (first)
      return [...parts.slice(0, index), { ...part, text: part.text.slice(0, first.start) }];
  }
  return undefined;
}
