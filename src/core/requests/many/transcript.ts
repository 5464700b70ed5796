import { isRecord, parseJson } from '../../json';
import type { Sliced } from '../../scheduling/sliced';
import type { UnseenKind } from '../../media/part';
import type { Line } from './lineSplitter';
import type { JsonObject } from '../parts/draft';
import { isMessage } from '../parts/messages';
import type { BadLine, RequestFile } from '../request';
import { readWhole } from '../whole';

/** Both sides of a conversation speak in its first lines; a list of messages of one side is a data set. */
const SIDES: readonly unknown[] = ['user', 'assistant'];

/** Events of an agent that are no message, as summaries and snapshots, have a type. */
const MOST_EVENTS = 0.9;

/**
 * Whether the first lines of a file are those of one conversation: a message on each line, or the session of an agent,
 * as Claude Code keeps it, with a message in each event that has one.
 */
export function areOfTranscript(values: readonly unknown[]): boolean {
  const messages = values.map(messageIn).filter((message) => message !== undefined);
  if (!SIDES.every((side) => messages.some((message) => message['role'] === side))) return false;
  const known = values.filter((value) => value === undefined || isEvent(value) || messageIn(value));
  return known.length === values.length && messages.length >= values.length * (1 - MOST_EVENTS);
}

/**
 * Reads the lines of one conversation. Messages of subagents are other conversations and are left out; so is what stands
 * before a compaction, which the next call does not send.
 *
 * @param lines undefined between two slices of work.
 */
export function* readTranscript(
  lines: Iterable<Line | undefined>,
): Sliced<RequestFile | undefined> {
  let messages: JsonObject[] = [];
  const badLines: BadLine[] = [];
  let [isSession, first] = [false, 1];
  for (const line of lines) {
    if (!line) {
      yield;
      continue;
    }
    const value = parseJson(line.content);
    const message = messageIn(value);
    if (isEvent(value)) isSession = true;
    if (isCompaction(value)) messages = [];
    if (message && !isOfSubagent(value)) {
      if (messages.length === 0) first = line.line;
      addMessage(message, messages);
    } else if (!message && !isEvent(value)) {
      badLines.push({ line: line.line, reason: value === undefined ? 'notJson' : 'notRequest' });
    }
  }
  const whole = readWhole(messages);
  if (!whole) return undefined;
  const modelName = messages.map((message) => message['model']).findLast(isModelName);
  const request = {
    ...whole.request,
    line: first,
    modelName,
    ...(isSession ? { unseen: withInstructions(whole.request.unseen) } : {}),
  };
  return { kind: 'transcript', requests: [request], badLines, repeatedIds: [] };
}

/** The system prompt and the tools of an agent are sent with its messages, and are not in its session. */
function withInstructions(unseen: ReadonlyMap<UnseenKind, number>): typeof unseen {
  return new Map(unseen).set('instructions', 1);
}

/** An answer of several blocks has a line for each of them, with the same id. */
function addMessage(message: JsonObject, messages: JsonObject[]): void {
  const { id, content } = message;
  const last = messages.at(-1);
  if (!isText(id) || last?.['id'] !== id) messages.push(message);
  else messages[messages.length - 1] = { ...message, content: [last['content'], content].flat() };
}

function messageIn(value: unknown): JsonObject | undefined {
  if (isMessage(value)) return value;
  if (!isEvent(value)) return undefined;
  const { message } = value;
  return isMessage(message) ? message : undefined;
}

/** A line of a session that is no message by itself. */
function isEvent(value: unknown): value is JsonObject {
  return isRecord(value) && isText(value['type']) && value['role'] === undefined;
}

function isOfSubagent(value: unknown): boolean {
  return isRecord(value) && value['isSidechain'] === true;
}

function isCompaction(value: unknown): boolean {
  return isRecord(value) && value['subtype'] === 'compact_boundary';
}

/** Claude Code marks what it wrote itself, as after an error, with `<synthetic>`. */
function isModelName(model: unknown): model is string {
  return isText(model) && !model.startsWith('<');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
