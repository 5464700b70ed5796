/** A part of a template that a template engine runs, or a comment, which it leaves out. */
export interface Structure {
  readonly start: number;
  /** Of a block, the end of its last tag. */
  readonly end: number;
  /** Its first tag. */
  readonly written: string;
}

/** A tag: how many blocks it opens, less those that it closes. */
interface Tag {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly family: 'braces' | 'percent' | 'code';
  readonly opens: number;
  /** Alone, it has no effect: a branch or an end whose block is unknown. */
  readonly isPartOfBlock: boolean;
}

/**
 * - comments: `{{! a }}`, `{{!-- a --}}`, `{# a #}`
 * - Mustache and Handlebars: `{{#each items}}`, `{{^items}}`, `{{/each}}`
 * - Jinja and Liquid: `{% for item in items %}`, `{% set a = 1 %}`, `{% endfor %}`
 * - EJS and ERB: `<% if (a) { %>`, `<% } %>`, `<%# a %>`, but no `<%= a %>`
 */
const TAG = new RegExp(
  [
    /(?<comment>\{\{~?!--[^]{0,999}?--~?\}\}|\{\{~?![^{}]{0,999}\}\}|\{#(?:[^#{]|#(?!\})|\{(?!#)){0,999}#\})/u,
    /\{\{~?\s{0,9}(?<sign>[#^/])\s{0,9}(?<of>[^\s{}~][^{}]{0,199})\}\}/u,
    /\{%[-+]?\s{0,9}(?<word>\w{1,30})(?<rest>[^%{}]{0,199})%\}/u,
    /<%(?![=\-%])(?<code>(?:[^%]|%(?!>)){0,499})%>/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Whether a text has one; as fast as the first one is found. */
export function hasStructures(text: string): boolean {
  return text.search(TAG) !== -1;
}

/**
 * The control structures and comments of a text, in order; those within a block belong to it. They are not run: a loop
 * has as many rounds as a list has entries, and a condition has one branch of several. A block without an end is its
 * first tag alone.
 */
export function structuresIn(text: string): readonly Structure[] {
  const found: Structure[] = [];
  const tags = Array.from(text.matchAll(TAG), tagOf);
  const ends = endsOfBlocks(tags);
  for (let at = 0; at < tags.length; at++) {
    const first = tags[at];
    if (!first || first.isPartOfBlock) continue;
    const last = ends[at] ?? at;
    const { start, written, end } = first;
    found.push({ start, written, end: tags[last]?.end ?? end });
    at = last;
  }
  return found;
}

/** Of each tag that opens a block, the index of the tag that closes it; of another one, its own. */
function endsOfBlocks(tags: readonly Tag[]): readonly number[] {
  const ends = [...tags.keys()];
  const open = { braces: [] as number[], percent: [] as number[], code: [] as number[] };
  for (const [at, { family, opens }] of tags.entries()) {
    for (let count = 0; count < opens; count++) open[family].push(at);
    for (let count = 0; count > opens; count--) {
      const first = open[family].pop();
      if (first !== undefined) ends[first] = at;
    }
  }
  return ends;
}

function tagOf(match: RegExpExecArray): Tag {
  const { 0: written, index: start, groups = {} } = match;
  const place = { start, end: start + written.length, written };
  const { comment, sign, word, rest = '', code = '' } = groups;
  if (comment !== undefined) return { ...place, family: 'code', opens: 0, isPartOfBlock: false };
  if (sign !== undefined) {
    const isEnd = sign === '/';
    return { ...place, family: 'braces', opens: isEnd ? -1 : 1, isPartOfBlock: isEnd };
  }
  if (word !== undefined) return { ...place, family: 'percent', ...ofStatement(word, rest) };
  return { ...place, family: 'code', ...ofCode(code) };
}

/** Tags of Jinja and Liquid that have an end; `set` has one without a value. */
const BLOCKS =
  /^(?:for|if|ifchanged|unless|case|macro|call|filter|block|raw|verbatim|capture|with|autoescape|tablerow|trans|comment)$/;

const BRANCH = /^(?:else|elif|elsif|elseif|when)$/;

function ofStatement(word: string, rest: string): Pick<Tag, 'opens' | 'isPartOfBlock'> {
  if (word.startsWith('end')) return { opens: -1, isPartOfBlock: true };
  const isBlock = BLOCKS.test(word) || (word === 'set' && !rest.includes('='));
  return { opens: isBlock ? 1 : 0, isPartOfBlock: BRANCH.test(word) };
}

/** JavaScript has braces, Ruby has `end`. */
function ofCode(code: string): Pick<Tag, 'opens' | 'isPartOfBlock'> {
  if (code.startsWith('#')) return { opens: 0, isPartOfBlock: false };
  const braces = code.split('{').length - code.split('}').length;
  if (/[{}]/.test(code)) return { opens: braces, isPartOfBlock: /^\s*\}/.test(code) };
  if (/^\s*end\b/.test(code)) return { opens: -1, isPartOfBlock: true };
  if (/^\s*els/.test(code)) return { opens: 0, isPartOfBlock: true };
  const isBlock = /^\s*(?:if|unless|for|while|until|case)\b|\bdo\b/.test(code);
  return { opens: isBlock ? 1 : 0, isPartOfBlock: false };
}
