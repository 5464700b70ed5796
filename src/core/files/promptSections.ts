import type { Sliced } from '../scheduling/sliced';

/** The lines of a text, without line ends. Read one by one, so that no copy of the whole text is needed. */
export interface Lines {
  readonly count: number;
  readonly at: (line: number) => string;
}

/** One message of a .prompty file, as line numbers from 0. */
export interface PromptSection {
  /** In lower case; undefined for text before the first role. */
  readonly role: string | undefined;
  /** Line of the role; without one, the first line of the text. */
  readonly line: number;
  /** Lines of the message: from `start`, up to but not including `end`. */
  readonly start: number;
  readonly end: number;
}

const FRONT_MATTER_FENCE = /^\uFEFF?---[ \t]*$/;

/**
 * The first line of a message, such as `user:` or `user[name="Ann"]:`. As Prompty's parser does, matched in every
 * line, also in code blocks (https://github.com/microsoft/prompty, runtime/prompty/prompty/parsers.py).
 */
const ROLE_LINE =
  /^(?:#\s*)?(assistant|developer|function|system|tools?|user)(?:\[[^\]]*\])?\s*:$/i;

/** Lines read in one slice. */
const LINES_PER_SLICE = 2000;

/**
 * The messages that a .prompty file sends: its text without front matter, split at role lines. Front matter without a
 * closing fence is text. As Prompty does, empty lines around each message are left out.
 */
export function* promptSections(lines: Lines): Sliced<readonly PromptSection[]> {
  const bodyLine = yield* findBody(lines);
  const sections: PromptSection[] = [];
  let role: string | undefined;
  let line = bodyLine;
  for (let next = bodyLine; next <= lines.count; next++) {
    if (next % LINES_PER_SLICE === 0) yield;
    const match = next === lines.count ? null : ROLE_LINE.exec(lines.at(next).trim());
    if (!match && next < lines.count) continue;
    const section = withoutBlankEnds(lines, role === undefined ? line : line + 1, next);
    // Empty lines before the first role are no message.
    if (role !== undefined || section.start < section.end)
      sections.push({ role, line, ...section });
    role = match?.[1]?.toLowerCase();
    line = next;
  }
  return sections;
}

/** The first line after the front matter; 0 without one. */
export function* findBody(lines: Lines): Sliced<number> {
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
