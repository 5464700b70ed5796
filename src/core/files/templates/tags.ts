import { TAG } from './tagMarks';

/** A tag of a template engine, or a comment, at its place in a text, in UTF-16 code units. */
export interface Tag {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** What the beginning of a block and its end have in common. */
  readonly block: string;
  /** How many blocks it opens, less those that it closes. */
  readonly opens: number;
  /** Alone, it has no effect: a branch or an end whose block is unknown. */
  readonly isPartOfBlock?: boolean;
  /** Whether what it opens is a block only if its end is found. */
  readonly mayHaveNoEnd?: boolean;
}

/** The tags and comments of a text, in order; none stands in another one. */
export function* tagsIn(text: string): Generator<Tag, void> {
  const marks = new Marks(text);
  const tag = new RegExp(TAG);
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    const end = match.groups?.['name'] ? tag.lastIndex : marks.endOf(match);
    if (end === Infinity) continue;
    tag.lastIndex = end;
    const start = match.index;
    yield {
      start,
      end,
      written: text.slice(start, end),
      ...effectOf(match, text.slice(start, end)),
    };
  }
}

/** Where marks stand next: each is looked for once, however many beginnings there are. */
class Marks {
  readonly #text: string;
  readonly #next = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Behind the end of what a mark begins; Infinity without an end. */
  endOf({ 0: written, index, groups }: RegExpExecArray): number {
    const from = index + written.length;
    if (groups?.['note'] === undefined) return this.#endOfCode(written.slice(0, 2), index + 2);
    if (!written.startsWith('{{')) return this.#after('#}', from);
    const long = Math.min(this.#after('--}}', from - 2), this.#after('--~}}', from - 2));
    return written.endsWith('--') && long < Infinity ? long : this.#after('}}', from);
  }

  /** What has another beginning before its end is not a tag. */
  #endOfCode(mark: string, from: number): number {
    const end = this.#after(mark === '<%' ? '%>' : '%}', from);
    return this.#after(mark, from) < end ? Infinity : end;
  }

  #after(mark: string, from: number): number {
    const known = this.#next.get(mark) ?? 0;
    if (known >= from + mark.length) return known;
    const at = this.#text.indexOf(mark, from);
    const next = at === -1 ? Infinity : at + mark.length;
    this.#next.set(mark, next);
    return next;
  }
}

type Effect = Pick<Tag, 'block' | 'opens' | 'isPartOfBlock' | 'mayHaveNoEnd'>;

function effectOf({ groups = {} }: RegExpExecArray, written: string): Effect {
  const { sign, name, word, code } = groups;
  if (name !== undefined) {
    const isEnd = sign === '/';
    return { block: `#${name}`, opens: isEnd ? -1 : 1, isPartOfBlock: isEnd };
  }
  if (word !== undefined) return effectOfWord(word, written);
  return code === undefined ? { block: '', opens: 0 } : effectOfCode(written.slice(2));
}

/** Tags of Jinja and Liquid that have an end; other words are blocks where they have one, such as `trans`. */
const BLOCKS =
  /^(?:for|if|ifchanged|unless|case|macro|call|filter|block|raw|verbatim|capture|with|autoescape|tablerow|comment|set)$/;

const BRANCH = /^(?:else|elif|elsif|elseif|when)$/;

function effectOfWord(word: string, written: string): Effect {
  if (word.startsWith('end')) return { block: word.slice(3), opens: -1, isPartOfBlock: true };
  if (BRANCH.test(word)) return { block: '', opens: 0, isPartOfBlock: true };
  // With a value it is no block.
  const opens = word === 'set' && written.includes('=') ? 0 : 1;
  return { block: word, opens, mayHaveNoEnd: !BLOCKS.test(word) };
}

/** JavaScript has braces, Ruby has `end`. */
function effectOfCode(code: string): Effect {
  const block = '<';
  if (code.startsWith('#')) return { block, opens: 0 };
  const braces = code.split('{').length - code.split('}').length;
  if (/[{}]/.test(code)) return { block, opens: braces, isPartOfBlock: /^\s*\}/.test(code) };
  if (/^\s*end\b/.test(code)) return { block, opens: -1, isPartOfBlock: true };
  if (/^\s*els/.test(code)) return { block, opens: 0, isPartOfBlock: true };
  const isBlock = /^\s*(?:if|unless|for|while|until|case)\b|\bdo\b/.test(code);
  return { block, opens: isBlock ? 1 : 0 };
}
