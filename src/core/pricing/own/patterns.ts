/** The ids that a pattern fits. */
export type PatternMatcher = (pattern: string) => readonly string[];

/** So many patterns read all ids; for more it pays to know which ids have which letters. */
const READ_PATTERNS = 50;

/** Finds ids by patterns in which `*` is any text. Capitals do not count, as in names. */
export function patternMatcher(ids: readonly string[]): PatternMatcher {
  const texts = ids.map((id) => id.toLowerCase());
  const all = texts.map((_text, index) => index);
  let read = 0;
  let byLetters: ReadonlyMap<string, readonly number[]> | undefined;
  return (pattern) => {
    const literals = pattern.toLowerCase().split(/\*+/);
    read++;
    if (read > READ_PATTERNS) byLetters ??= indexLetters(texts);
    const candidates = (byLetters && rarest(byLetters, literals)) ?? all;
    return candidates
      .filter((index) => matchesLiterals(texts[index] ?? '', literals))
      .map((index) => ids[index] ?? '');
  };
}

const GRAM = 3;

/** The texts by each three letters in a row. */
function indexLetters(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    for (const gram of gramsOf(`\n${text}\n`)) {
      const list = found.get(gram);
      if (!list) found.set(gram, [index]);
      else if (list.at(-1) !== index) list.push(index);
    }
  }
  return found;
}

/** The shortest list of texts that have three letters of the literals; undefined if these are too short. */
function rarest(
  byLetters: ReadonlyMap<string, readonly number[]>,
  literals: readonly string[],
): readonly number[] | undefined {
  const last = literals.length - 1;
  const bounded = literals.map(
    (literal, at) => (at === 0 ? '\n' : '') + literal + (at === last ? '\n' : ''),
  );
  return bounded
    .flatMap(gramsOf)
    .map((gram) => byLetters.get(gram) ?? [])
    .reduce<readonly number[] | undefined>(
      (least, list) => (least && least.length <= list.length ? least : list),
      undefined,
    );
}

function gramsOf(text: string): readonly string[] {
  const count = Math.max(0, text.length - GRAM + 1);
  return Array.from({ length: count }, (_each, at) => text.slice(at, at + GRAM));
}

/** Whether a text consists of the literals in their order, with any text between them. Linear, unlike a regex. */
function matchesLiterals(text: string, literals: readonly string[]): boolean {
  const [first = '', ...others] = literals;
  const last = others.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const literal of others) {
    const found = text.indexOf(literal, from);
    if (found === -1) return false;
    from = found + literal.length;
  }
  return from <= text.length - last.length;
}
