import { finish, type Sliced } from '../scheduling/sliced';
import type { TextPart } from './notebook';
import { findBody, promptSections, type Lines } from './promptSections';

/** What says how a file is sent: its path and its language in VS Code. */
export interface FileKind {
  readonly path: string;
  readonly languageId: string;
}

/** Lines from `start`, up to but not including `end`. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Files of prompts and instructions whose front matter is for the tool that sends them. */
const PROMPT_FILE =
  /(?:\.(?:prompt|instructions|agent|chatmode)\.md|\.prompt|(?:^|[/\\])(?:AGENTS|CLAUDE|copilot-instructions)\.md)$/i;

/**
 * The folders of which VS Code takes all Markdown for agents or instructions
 * (https://github.com/microsoft/vscode, extensions/prompt-basics/package.json, `filenamePatterns`): a file has the same
 * count where no editor gives it a language.
 */
const PROMPT_FOLDER =
  /(?:^|[/\\])(?:\.(?:github|claude)[/\\]agents[/\\][^/\\]+|\.claude[/\\]rules[/\\].+)\.md$/i;

/**
 * The name and description of a skill are in each call, and its text in those that use it: all of the file is sent, if
 * not at once (https://platform.claude.com/docs/en/agents-and-tools/agent-skills/overview, "How Skills work").
 */
const SKILL_FILE = /(?:^|[/\\])SKILL\.md$/;

const PROMPT_LANGUAGES: ReadonlySet<string> = new Set(['prompt', 'instructions', 'chatagent']);

/** A file that says which model it is for is a prompt, whatever its name. */
const MODEL_LINE = /^model[ \t]*:/;

/** Whether a file consists of messages under role lines. */
export function hasRoles({ path }: Pick<FileKind, 'path'>): boolean {
  return /\.prompty$/i.test(path);
}

/** Whether the name or language of a file says that it is a prompt. */
export function isPromptFile(file: FileKind): boolean {
  const { path, languageId } = file;
  return (
    hasRoles(file) ||
    PROMPT_FILE.test(path) ||
    PROMPT_FOLDER.test(path) ||
    PROMPT_LANGUAGES.has(languageId)
  );
}

/**
 * The lines of a file that are sent to a model, if not all are: of a prompt file its text without front matter, of a
 * .prompty file its messages without role lines and the empty lines around them. Undefined: all.
 */
export function* sentLines(lines: Lines, file: FileKind): Sliced<readonly LineRange[] | undefined> {
  if (hasRoles(file)) return yield* promptSections(lines);
  const body = yield* bodyLine(lines, file);
  if (body === 0) return undefined;
  return body === lines.count ? [] : [{ start: body, end: lines.count }];
}

/** Notes are made at each key, so they look for the end of the front matter in these lines only. */
const MOST_FRONT_MATTER = 5000;

/** The first line after front matter that is not sent; 0: there is none. */
export function sentFrom(lines: Lines, file: FileKind): number {
  const first = { ...lines, count: Math.min(lines.count, MOST_FRONT_MATTER) };
  return finish(bodyLine(first, file));
}

/** More front matter than this is not read, as it is read at each key: characters. */
const LONGEST_FRONT_MATTER = 20_000;

/** The front matter of a file that is not sent, without its fences; undefined: there is none, or too much. */
export function frontMatter(lines: Lines, file: FileKind): string | undefined {
  const body = sentFrom(lines, file);
  if (body < 2) return undefined;
  const text = Array.from({ length: body - 2 }, (_, index) => lines.at(index + 1)).join('\n');
  return text.length > LONGEST_FRONT_MATTER ? undefined : text;
}

/** The parts of a file's text that are sent; undefined: all of it. */
export function sentParts(text: string, file: FileKind): readonly TextPart[] | undefined {
  // Most files have neither roles nor front matter; their lines need not be looked for.
  if (!hasRoles(file) && !/^\uFEFF?---/.test(text)) return undefined;
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), endOf)];
  const at = (line: number): string =>
    text.slice(starts[line], starts[line + 1]).replace(/[\r\n]+$/, '');
  const ranges = finish(sentLines({ count: starts.length, at }, file));
  const textOf = ({ start, end }: LineRange): string =>
    // The end of the last line is no part of a message, unless the text ends there.
    text.slice(starts[start], (starts[end - 1] ?? 0) + at(end - 1).length);
  return ranges?.map((range) => ({
    // A role at the end of the text has a message without lines.
    text: range.start === range.end ? '' : textOf(range),
    languageId: file.languageId,
  }));
}

function* bodyLine(lines: Lines, file: FileKind): Sliced<number> {
  if (SKILL_FILE.test(file.path) || (!isPromptFile(file) && !isMarkdown(file))) return 0;
  const body = yield* findBody(lines);
  return isPromptFile(file) || namesModel(lines, body) ? body : 0;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

function isMarkdown({ path, languageId }: FileKind): boolean {
  return languageId === 'markdown' || /\.(?:md|markdown)$/i.test(path);
}

function namesModel(lines: Lines, body: number): boolean {
  for (let line = 1; line < body; line++) if (MODEL_LINE.test(lines.at(line))) return true;
  return false;
}
