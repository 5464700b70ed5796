import type { Sliced } from '../tokens/sliced';

/** The lines of a text, without their ends, so that it need not be read as a whole. */
export interface Lines {
  readonly count: number;
  readonly at: (line: number) => string;
}

/** One message of a prompt file, by lines. */
export interface PromptSection {
  /** In small letters; undefined for text that stands under no role. */
  readonly role: string | undefined;
  /** Line of the role, or the first of the text that stands under none. */
  readonly line: number;
  /** First line of what is sent, and the first line after it. */
  readonly start: number;
  readonly end: number;
}

const FRONT_MATTER_FENCE = /^\uFEFF?---[ \t]*$/;

/**
 * A line that begins a message, as Prompty's parsers know it, also with attributes: `user[name="Ann"]:`.
 * They look for it in every line, those of code blocks included
 * (https://github.com/microsoft/prompty, runtime/prompty/prompty/parsers.py).
 */
const ROLE_LINE =
  /^(?:#\s*)?(assistant|developer|function|system|tools?|user)(?:\[[^\]]*\])?\s*:$/i;

/** Lines that are looked at between two pauses. */
const LINES_PER_SLICE = 2000;

/**
 * What a prompt file sends: its text without front matter, which is meant for the editor; by role where
 * it has roles. Front matter that nothing closes is text. Each section reaches to the next one's line.
 *
 * @param hasRoles as .prompty files have. Empty lines around what they send are left out, as Prompty does.
 */
export function* promptSections(lines: Lines, hasRoles: boolean): Sliced<readonly PromptSection[]> {
  const bodyLine = yield* findBody(lines);
  if (!hasRoles) {
    const isEmpty = bodyLine === lines.count;
    const body = { role: undefined, line: bodyLine, start: bodyLine, end: lines.count };
    return isEmpty ? [] : [body];
  }
  const sections: PromptSection[] = [];
  let role: string | undefined;
  let line = bodyLine;
  for (let next = bodyLine; next <= lines.count; next++) {
    if (next % LINES_PER_SLICE === 0) yield;
    const match = next === lines.count ? null : ROLE_LINE.exec(lines.at(next).trim());
    if (!match && next < lines.count) continue;
    const section = withoutBlankEnds(lines, role === undefined ? line : line + 1, next);
    // Empty lines before the first role are not a message.
    if (role !== undefined || section.start < section.end)
      sections.push({ role, line, ...section });
    role = match?.[1]?.toLowerCase();
    line = next;
  }
  return sections;
}

/** The first line after the front matter; 0 without one. */
function* findBody(lines: Lines): Sliced<number> {
  if (lines.count === 0 || !FRONT_MATTER_FENCE.test(lines.at(0))) return 0;
  for (let line = 1; line < lines.count; line++) {
    if (line % LINES_PER_SLICE === 0) yield;
    if (FRONT_MATTER_FENCE.test(lines.at(line))) return line + 1;
  }
  return 0;
}

function withoutBlankEnds(
  lines: Lines,
  from: number,
  to: number,
): Pick<PromptSection, 'start' | 'end'> {
  let start = from;
  let end = to;
  while (start < end && lines.at(start) === '') start++;
  while (end > start && lines.at(end - 1) === '') end--;
  return { start, end };
}
