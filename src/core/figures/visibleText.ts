/**
 * Characters that are invisible or change how the text around them is shown: controls, line and paragraph separators,
 * bidirectional marks, fillers, lone surrogates. Not joiners, which emoji and several scripts need.
 */
const HIDDEN_OR_REORDERING =
  // eslint-disable-next-line no-control-regex -- controls are searched for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text on one line, with invisible and control characters escaped: a line feed as `\n`, a right-to-left override as
 * `\u202e`.
 */
export function visibleText(text: string): string {
  return text.replaceAll(
    HIDDEN_OR_REORDERING,
    (character) => SHORT[character] ?? escapeCharacter(character),
  );
}

/** Visible text of at most `maxCharacters`; longer text is cut and ends in an ellipsis. */
export function shorten(text: string, maxCharacters: number): string {
  const characters = Array.from(visibleText(text));
  return characters.length <= maxCharacters
    ? characters.join('')
    : `${characters.slice(0, maxCharacters - 1).join('')}…`;
}

/** JSON with the same characters escaped, except the line feeds that format it; it parses to the same value. */
export function visibleJson(json: string): string {
  return json.replaceAll(HIDDEN_OR_REORDERING, (character) =>
    character === '\n' ? character : escapeCharacter(character),
  );
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
