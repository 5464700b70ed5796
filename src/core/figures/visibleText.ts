/**
 * Characters that change how the text around them is shown, or that cannot be written down: controls,
 * line and paragraph separators, marks that turn the direction of writing, invisible fillers, lone
 * surrogates. Joiners stay: emoji and several scripts need them.
 */
const TREACHEROUS =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text on one line in which nothing hides: a line feed reads `\n`, a right-to-left override `\u202e`. */
export function visibleText(text: string): string {
  return text.replaceAll(
    TREACHEROUS,
    (character) => SHORT[character] ?? escapeCharacter(character),
  );
}

/** Visible text of at most so many characters; what is cut off is marked by an ellipsis. */
export function shorten(text: string, maxCharacters: number): string {
  const characters = Array.from(visibleText(text));
  return characters.length <= maxCharacters
    ? characters.join('')
    : `${characters.slice(0, maxCharacters - 1).join('')}…`;
}

/** JSON without characters that turn the direction of what a person reads; it parses to the same value. */
export function visibleJson(json: string): string {
  return json.replaceAll(TREACHEROUS, (character) =>
    character === '\n' ? character : escapeCharacter(character),
  );
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
