import type { RefObject } from 'preact';
import type { TextWidth } from '../../../core/charts/labels';
import { useWidth } from './useWidth';

/** What a picture may take, and the size of its texts, in pixels. */
export interface Room {
  readonly width: number;
  readonly lineHeight: number;
  readonly textWidth: TextWidth;
  readonly boldWidth: TextWidth;
}

/** The room in an element, whose font is that of the picture; undefined before the first layout. */
export function useRoom<E extends Element>(): readonly [RefObject<E | null>, Room | undefined] {
  const [ref, width] = useWidth<E>();
  return [ref, ref.current && width > 0 ? roomIn(ref.current, width) : undefined];
}

function roomIn(element: Element, width: number): Room {
  const { fontFamily, fontSize, lineHeight } = getComputedStyle(element);
  const font = `${fontSize} ${fontFamily}`;
  return {
    width,
    lineHeight: parseFloat(lineHeight),
    textWidth: textWidthIn(font),
    boldWidth: textWidthIn(`600 ${font}`),
  };
}

/** Texts whose widths are remembered. */
const MAX_KNOWN = 10_000;

const contexts = new Map<string, TextWidth>();

/** Caches the widths in a font: a picture is laid out several times with the same texts. */
function textWidthIn(font: string): TextWidth {
  const known = contexts.get(font);
  if (known) return known;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('No text can be measured.');
  context.font = font;
  const widths = new Map<string, number>();
  const textWidth = (text: string): number => {
    const width = widths.get(text) ?? context.measureText(text).width;
    if (widths.size >= MAX_KNOWN) widths.clear();
    widths.set(text, width);
    return width;
  };
  contexts.set(font, textWidth);
  return textWidth;
}
