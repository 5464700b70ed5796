import type { TextPart } from '../../files/notebook';
import { base64In, withoutBase64 } from '../../media/inText';
import type { MediaPart, UnseenKind } from '../../media/part';
import { ANSWER_SCHEMA, TOOLS_AS_JSON, TOOLS_AS_TYPES } from '../../partForms';
import type { ToolUse } from '../request';
import { functionsNamespace } from '../tools/namespace';

export type JsonObject = Readonly<Record<string, unknown>>;

const NONE: ReadonlyMap<UnseenKind, number> = new Map();
const NO_MEDIA: readonly MediaPart[] = [];

/** The model's own role at OpenAI and most others, Google, and Cohere v1. */
const MODEL_ROLES: ReadonlySet<unknown> = new Set(['assistant', 'model', 'CHATBOT']);

/** What of a request is found while it is read. */
export class Draft {
  readonly parts: TextPart[] = [];
  /** Most requests have none, and a file may have many requests. */
  media: readonly MediaPart[] = NO_MEDIA;
  unseen: ReadonlyMap<UnseenKind, number> = NONE;
  messages = 0;
  /** Messages with the name of an author. */
  names = 0;
  /** Messages that the model wrote. */
  modelMessages = 0;
  /** Tokens that the request gives as numbers. */
  tokenIds = 0;
  /** Characters of base64 files within texts. */
  base64Length = 0;
  hasSystem = false;
  hasSchema = false;
  isForced = false;
  /** Whether something says up to where the prompt is to be cached. */
  marksCache = false;
  typesLength = 0;
  #stableParts: number | undefined;
  readonly #definitions: JsonObject[] = [];

  /**
   * Adds a text; what is no text, or empty, is left out. So are base64 files in it: only a part of its own is a file to
   * an API, and as text they would be most of the price.
   */
  addText(text: unknown): void {
    if (typeof text !== 'string') return;
    const rest = this.#withoutFiles(text);
    if (rest !== '') this.parts.push({ text: rest, languageId: '' });
  }

  /** Adds a text, or a value that is sent as JSON. */
  addValue(value: unknown): void {
    if (typeof value === 'string') this.addText(value);
    else if (value !== undefined && value !== null) {
      const text = compactJson(value);
      if (text === undefined) this.addUnseen('other');
      else this.addText(text);
    }
  }

  /** Adds the schema of the answer. */
  addSchema(value: unknown): void {
    this.hasSchema = this.#addJson(value, ANSWER_SCHEMA);
  }

  /** Adds the definition of a tool. */
  addDefinition(value: JsonObject): void {
    if (this.#addJson(value, TOOLS_AS_JSON)) this.#definitions.push(value);
  }

  /** Adds the form that OpenAI's models read, of all tools together. */
  finishTools(isForced: boolean): void {
    this.isForced = isForced;
    if (this.tools === 0) return;
    const types = functionsNamespace(this.#definitions);
    this.typesLength = types.length;
    this.parts.push({ text: types, languageId: TOOLS_AS_TYPES });
  }

  /** Counts a message by the role of its author, as vendors write it. */
  addMessage(role: unknown): void {
    this.messages++;
    if (MODEL_ROLES.has(role)) this.modelMessages++;
  }

  /** What follows differs from call to call; what stands before are tools, schemas and the system prompt. */
  beginTurns(): void {
    this.#stableParts ??= this.parts.length;
  }

  /** Undefined: the format has no turns. */
  get stableParts(): number | undefined {
    return this.#stableParts;
  }

  get tools(): number {
    return this.#definitions.length;
  }

  /** Undefined: there are no tools, and no schema of the answer. */
  get toolUse(): ToolUse | undefined {
    const { tools, isForced, hasSystem, hasSchema, typesLength } = this;
    if (tools === 0 && !hasSchema) return undefined;
    return { tools, isForced, hasSystem, hasSchema, typesLength };
  }

  /** Adds a picture, document or recording; undefined: something that no vendor says the tokens of. */
  addMedia(part: MediaPart | undefined): void {
    if (part) this.media = [...this.media, part];
    else this.addUnseen('other');
  }

  addUnseen(kind: UnseenKind): void {
    this.unseen = new Map(this.unseen).set(kind, (this.unseen.get(kind) ?? 0) + 1);
  }

  #withoutFiles(text: string): string {
    const files = base64In(text);
    for (const { start, end } of files) {
      this.addUnseen('base64');
      this.base64Length += end - start;
    }
    return files.length > 0 ? withoutBase64(text, files) : text;
  }

  #addJson(value: unknown, languageId: string): boolean {
    const text = compactJson(value);
    if (text === undefined) this.addUnseen('other');
    else this.parts.push({ text, languageId });
    return text !== undefined;
  }
}

/** Undefined if the value is nested so deeply that the platform cannot write it. */
function compactJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
