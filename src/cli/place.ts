import { findPlace, lineAt } from '../core/jsonc';

/** "prices.json:12", as compilers name a line; the file alone where the value is not in the text. @param path of a `Problem`. */
export function placeIn(file: string, text: string, path: string): string {
  const { start, end } = findPlace(text, path);
  return end === 0 ? file : `${file}:${lineAt(text, start)}`;
}
