import * as v from 'valibot';
import { reportSubjectSchema, type ReportSubject } from '../../protocol/subject';

/** VS Code keeps page states in its own database; of larger subjects only the name is remembered. */
const MAX_REMEMBERED_FILES = 1000;

/** What the report is about. */
export const topicSchema = v.variant('kind', [
  /** Nothing has been counted yet. */
  v.object({ kind: v.literal('none') }),
  /** The text or files that the editor counted last. */
  v.object({ kind: v.literal('current'), subject: reportSubjectSchema }),
  /** A text or files that stay while the editor moves on. */
  v.object({ kind: v.literal('frozen'), subject: reportSubjectSchema }),
  /** Files that were too many to be remembered while the page was hidden. */
  v.object({
    kind: v.literal('tooLarge'),
    name: v.string(),
    files: v.number(),
    identity: v.optional(v.string()),
  }),
]);

export type Topic = v.InferOutput<typeof topicSchema>;

export function subjectOf(topic: Topic): ReportSubject | undefined {
  return topic.kind === 'current' || topic.kind === 'frozen' ? topic.subject : undefined;
}

/** The topic after the editor has counted a subject. */
export function counted(topic: Topic, subject: ReportSubject): Topic {
  return topic.kind === 'frozen' ? topic : { kind: 'current', subject };
}

export function freeze(topic: Topic): Topic {
  return topic.kind === 'current' ? { kind: 'frozen', subject: topic.subject } : topic;
}

/** @param current what the editor counted last, if it has counted anything. */
export function unfreeze(topic: Topic, current: ReportSubject | undefined): Topic {
  return topic.kind === 'frozen' ? { kind: 'current', subject: current ?? topic.subject } : topic;
}

/** Whether the report stays on the same text or files; a selection in a document is the same text. */
export function isSameTopic(a: Topic, b: Topic): boolean {
  const before = identityOf(a);
  return before !== undefined && before === identityOf(b);
}

function identityOf(topic: Topic): string | undefined {
  return topic.kind === 'tooLarge' ? topic.identity : subjectOf(topic)?.identity;
}

/**
 * Whether a report on files or requests begins or ends. Its parts are others, so that a place in the page means nothing
 * any more; from one text to the next the reader stays at the same part.
 */
export function isOtherReport(a: Topic, b: Topic): boolean {
  const [before, after] = [subjectOf(a), subjectOf(b)];
  if (!before || !after || before.identity === after.identity) return false;
  return hasParts(before) || hasParts(after);
}

function hasParts({ kind }: ReportSubject): boolean {
  return kind === 'files' || kind === 'requests';
}

/** The topic as it is remembered while the page is hidden. */
export function rememberedTopic(topic: Topic): Topic {
  const subject = subjectOf(topic);
  if (!subject || sizeOf(subject) <= MAX_REMEMBERED_FILES) return topic;
  // They are those of the current text, which the editor sends again.
  if (subject.kind === 'requests') return { kind: 'none' };
  const { name, identity, files } = subject;
  return { kind: 'tooLarge', name, files: files.length, identity };
}

/** Numbers of requests that take the room of a file. */
const NUMBERS_PER_FILE = 100;

/** The room that a subject takes, in files. */
function sizeOf({ files }: ReportSubject): number {
  const numbers = files.reduce(
    (sum, { requests }) =>
      sum + (requests?.texts.reduce((all, { length }) => all + length, 0) ?? 0),
    0,
  );
  return files.length + numbers / NUMBERS_PER_FILE;
}

/** Whether the report is on files, remembered or not. */
export function isOnFiles(topic: Topic): boolean {
  return topic.kind === 'tooLarge' || subjectOf(topic)?.kind === 'files';
}
