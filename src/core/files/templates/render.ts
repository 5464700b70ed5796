import type { Placeholder } from './placeholder';
import { valueText, type TemplateValues } from './values';

/** A text with its values. */
export interface RenderedText {
  readonly text: string;
  /**
   * The place of an offset of the template. Within a placeholder that was replaced: the end of its value, or with
   * `isStart` the beginning, so that a range which cuts a placeholder has the whole value.
   */
  readonly placeOf: (offset: number, isStart: boolean) => number;
}

/** A replaced placeholder: its end in the template, and where its value stands in the rendered text. */
interface Replaced {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Replaces the placeholders that have a value, once: a placeholder in a value stays as it is. */
export function renderText(
  template: string,
  placeholders: readonly Placeholder[],
  values: TemplateValues,
): RenderedText {
  const pieces: string[] = [];
  const replaced: Replaced[] = [];
  const textOf = textsOf(values);
  let read = 0;
  let written = 0;
  for (const placeholder of placeholders) {
    const value = textOf(placeholder);
    if (value === undefined) continue;
    const { start, end } = placeholder;
    pieces.push(template.slice(read, start), value);
    const from = written + start - read;
    written = from + value.length;
    read = end;
    replaced.push({ start, end, from, to: written });
  }
  pieces.push(template.slice(read));
  return { text: pieces.join(''), placeOf: placesIn(replaced) };
}

/** Looks each name up once. */
function textsOf(values: TemplateValues): (placeholder: Placeholder) => string | undefined {
  const known = new Map<string, string | undefined>();
  return ({ name, brace }) => {
    if (name === undefined) return brace;
    if (!known.has(name)) known.set(name, valueText(values, name));
    return known.get(name);
  };
}

function placesIn(replaced: readonly Replaced[]): RenderedText['placeOf'] {
  return (offset, isStart) => {
    const last = lastBefore(replaced, offset);
    if (!last) return offset;
    if (offset >= last.end) return last.to + offset - last.end;
    return isStart ? last.from : last.to;
  };
}

/** The last one that begins before an offset. */
function lastBefore(replaced: readonly Replaced[], offset: number): Replaced | undefined {
  let low = 0;
  let high = replaced.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replaced[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return replaced[low - 1];
}
