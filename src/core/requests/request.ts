import type { MediaPart, UnseenKind } from '../media/part';
import type { TextPart } from '../files/notebook';

/** Service tiers under the names of the price table. */
export type AskedTier = 'standard' | 'flex' | 'fast' | 'ultrafast';

/** What vendors add to a request depends on this, beside the definitions of its tools. */
export interface ToolUse {
  /** Number of definitions. */
  readonly tools: number;
  /** The model has to call one. */
  readonly isForced: boolean;
  readonly hasSystem: boolean;
  /** A schema of the answer. */
  readonly hasSchema: boolean;
  /** Characters of the tools as types. */
  readonly typesLength: number;
}

/** One call of an API, as a file describes it. */
export interface ApiRequest {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /** `custom_id`, `key` or `recordId`. */
  readonly id: string | undefined;
  /**
   * The texts that are sent, decoded from JSON, in the order of the prompt: tools, the schema of the answer, the system
   * prompt, messages. Tools and schemas have the forms of `partForms` as their languageId, other texts ''.
   */
  readonly parts: readonly TextPart[];
  /**
   * So many of the first parts are the same in each call of a program: tools, schemas, the system prompt. Absent: the
   * request has no messages.
   */
  readonly stableParts?: number;
  /** Messages with a role, the system prompt included as one; 0: a plain prompt. */
  readonly messages: number;
  /** As written. */
  readonly modelName: string | undefined;
  /** The answer has no more tokens. */
  readonly maxOutputTokens: number | undefined;
  /** It states a length of the answer that no API takes. */
  readonly hasBadLimit?: true;
  /** It marks up to where it is to be cached. */
  readonly marksCache?: true;
  /** How the tools are used; undefined: there are none, and no schema of the answer. */
  readonly toolUse: ToolUse | undefined;
  /** Messages with the name of an author. */
  readonly names: number;
  /** Tokens that stand in the file as such, as numbers. */
  readonly tokenIds?: number;
  /** Characters of base64 files within texts, which are not in the parts; absent: none. */
  readonly base64Length?: number;
  /** Messages that the model wrote: earlier answers. */
  readonly modelMessages: number;
  /** Answers to one prompt, each of which is billed; 1 unless the request asks for more. */
  readonly answers: number;
  /** The service tier that the request asks for; undefined: it leaves that to the account. */
  readonly serviceTier: AskedTier | undefined;
  /** The texts of the answer, where a saved call has them: not part of the prompt. */
  readonly answer?: readonly TextPart[];
  /** False: an embedding or reranking request, or a training example, has no answer. */
  readonly hasAnswer: boolean;
  /** Pictures, documents, sound. */
  readonly media: readonly MediaPart[];
  /** How often. */
  readonly unseen: ReadonlyMap<UnseenKind, number>;
  /** Number of tool definitions in the parts. */
  readonly tools: number;
  /** What the provider counted, where the file has it: a saved conversation or call with `usage`. */
  readonly usage: Usage | undefined;
}

/** Tokens as a provider counted them. Input includes what was cached, output what was reasoned. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of the output: it was reasoned, and is no text of the answer. */
  readonly reasoningTokens: number;
}

export type RequestFileKind =
  /** One request as JSON. */
  | 'request'
  /** JSONL with envelopes of a batch API. */
  | 'batch'
  /** JSONL of bare requests, plain strings, or `{ "prompt": … }`. */
  | 'requests'
  /** JSONL of fine-tuning examples. */
  | 'training'
  /** An array of messages, or an object with messages and usage, as people save conversations. */
  | 'transcript'
  /** Servers of the Model Context Protocol, or the tools of one: one call with all of them. */
  | 'mcp';

/** A server of tools, as a file has it. */
export interface McpServer {
  /** Undefined: the file is the server's own list of tools. */
  readonly name: string | undefined;
  /** Number of its tools; undefined: the file names the server, not its tools. */
  readonly tools: number | undefined;
  /** Its tools alone. */
  readonly parts: readonly TextPart[];
}

/** A line that is no request. */
export interface BadLine {
  readonly line: number;
  readonly reason: 'notJson' | 'notRequest' | 'otherKind';
}

export interface RequestFile {
  readonly kind: RequestFileKind;
  readonly requests: readonly ApiRequest[];
  readonly badLines: readonly BadLine[];
  /** Ids that stand more than once, each named once. */
  readonly repeatedIds: readonly string[];
  /** Of a file of servers. */
  readonly servers?: readonly McpServer[];
}

/** Whether a file names servers, and has the tools of none: how many tokens they add is unknown, and not 0. */
export function hasUnknownTools({ servers = [] }: Pick<RequestFile, 'servers'>): boolean {
  return servers.length > 0 && servers.every(({ tools }) => tools === undefined);
}

/** The texts that are counted apart: the answers of saved calls, or the tools of each server; empty: none. */
export function partsApart({ requests, servers }: RequestFile): readonly (readonly TextPart[])[] {
  if (servers) return servers.map(({ parts }) => parts);
  return requests.some(({ answer }) => answer) ? requests.map(({ answer = [] }) => answer) : [];
}
