import { matchPlaceholders } from '../placeholders';
import { structuresIn, type Structure } from './structures';

/**
 * How a file writes placeholders: `marked`, as `placeholders.ts` knows them; `braces`, as in Python's f-strings, which
 * LangChain's prompts have: `{topic}`, and `{{` for a brace.
 */
export type PlaceholderStyle = 'marked' | 'braces';

/** A placeholder at its place in a text, in UTF-16 code units. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** What a value replaces; undefined: another value than a simple one, such as a section or a filter. */
  readonly name: string | undefined;
  /** The brace that is sent for an escaped one. */
  readonly brace?: '{' | '}';
  /** A control structure or a comment, to its end, with all that stands in it; `written` is its first tag. */
  readonly isStructure?: true;
}

const NAME = String.raw`[\p{L}_$][\p{L}\p{N}_$.\-[\]]*(?: [\p{L}\p{N}_$][\p{L}\p{N}_$.\-[\]]*)*`;

const SIMPLE: readonly RegExp[] = [
  new RegExp(String.raw`^\$?\{{2,3}&?\s*(${NAME})\s*\}{2,3}$`, 'u'),
  // VS Code's prompt files have `${input:topic:what to write about}`.
  new RegExp(String.raw`^\$\{(?:input:)?(${NAME})(?::[^}]*)?\}$`, 'u'),
  new RegExp(String.raw`^<%[=-]\s*(${NAME})\s*%>$`, 'u'),
];

/** Names that stand for another value in each round of a loop. */
const OF_LOOP = /^(?:this|loop|forloop)(?:[.[]|$)/;

/** `{price:.2f}` and `{name!r}` have other values than simple ones. */
const BRACES =
  /\{\{|\}\}|\{([\p{L}_][\p{L}\p{N}_.[\]]{0,99})\}|\{[\p{L}_][\p{L}\p{N}_.[\]]{0,99}[:!][^{}\n]{0,49}\}/gu;

/** All placeholders of a text, in order. */
export function placeholdersIn(text: string, style: PlaceholderStyle): readonly Placeholder[] {
  return style === 'braces' ? bracesIn(text) : markedIn(text);
}

function bracesIn(text: string): readonly Placeholder[] {
  return Array.from(text.matchAll(BRACES), ({ 0: written, 1: name, index }) => {
    const place = { start: index, end: index + written.length, written, name };
    if (written === '{{') return { ...place, brace: '{' };
    return written === '}}' ? { ...place, brace: '}' } : place;
  });
}

function markedIn(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  // A long prompt has the same few placeholders again and again.
  const known = new Map<string, string | undefined>();
  const structures = structuresIn(text);
  let next = 0;
  for (const match of matchPlaceholders(text)) {
    const { start, end } = withThirdBrace(text, match);
    for (let each = structures[next]; each && each.start <= start; each = structures[++next]) {
      found.push(asPlaceholder(each));
    }
    // What stands in a structure is as it is written.
    if (start < (structures[next - 1]?.end ?? 0)) continue;
    const written = text.slice(start, end);
    if (!known.has(written)) known.set(written, simpleName(written));
    found.push({ start, end, written, name: known.get(written) });
  }
  found.push(...structures.slice(next).map(asPlaceholder));
  return found;
}

function asPlaceholder(structure: Structure): Placeholder {
  return { ...structure, name: undefined, isStructure: true };
}

function simpleName(written: string): string | undefined {
  const name = nameIn(written);
  return name === undefined || OF_LOOP.test(name) ? undefined : name;
}

/** Mustache and Handlebars write a value without HTML escapes as `{{{name}}}`. */
function withThirdBrace(
  text: string,
  { 0: written, index }: RegExpExecArray,
): Pick<Placeholder, 'start' | 'end'> {
  const end = index + written.length;
  const isTriple = written.startsWith('{{') && text[index - 1] === '{' && text[end] === '}';
  return isTriple ? { start: index - 1, end: end + 1 } : { start: index, end };
}

function nameIn(written: string): string | undefined {
  for (const pattern of SIMPLE) {
    const name = pattern.exec(written)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}
