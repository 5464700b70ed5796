import type { TextPart } from '../notebook';
import type { FileKind } from '../sentText';
import { headOfText } from './fileTemplate';
import { placeholdersIn, type Placeholder } from './placeholder';

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

/** Of a text, in UTF-16 code units. */
export type Offsets = readonly [start: number, end: number];

/**
 * The same of a whole text: its pieces that are sent before the first placeholder or control structure. Undefined: none is
 * sent.
 *
 * @param placeholders of the whole text.
 * @param sent what of the text is sent, in order.
 */
export function piecesBefore(
  text: string,
  placeholders: readonly Placeholder[],
  sent: readonly Offsets[],
): readonly string[] | undefined {
  const first = placeholders.find(
    ({ brace, start, end }) =>
      brace === undefined && sent.some(([from, to]) => start < to && end > from),
  );
  if (!first) return undefined;
  return sent
    .filter(([from]) => from < first.start)
    .map(([from, to]) => text.slice(from, Math.min(to, first.start)));
}
