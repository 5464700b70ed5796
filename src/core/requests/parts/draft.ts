import type { TextPart } from '../../files/notebook';
import type { MediaPart } from '../../media/part';
import type { UnseenKind } from '../request';
import { isDataUrl, mediaOfUrl } from './media';

export type JsonObject = Readonly<Record<string, unknown>>;

const NONE: ReadonlyMap<UnseenKind, number> = new Map();
const NO_MEDIA: readonly MediaPart[] = [];

/** What of a request is found while it is read. */
export class Draft {
  readonly parts: TextPart[] = [];
  /** Most requests have none, and a file may have many requests. */
  media: readonly MediaPart[] = NO_MEDIA;
  unseen: ReadonlyMap<UnseenKind, number> = NONE;
  messages = 0;
  tools = 0;

  /** Adds a text; what is no text, or empty, is left out. A data: URL that is the whole text is a file, not text. */
  addText(text: unknown): void {
    if (typeof text !== 'string' || text === '') return;
    if (isDataUrl(text)) this.addMedia(mediaOfUrl(text));
    else this.parts.push({ text, languageId: '' });
  }

  /** Adds a text, or a value that is sent as JSON. */
  addValue(value: unknown): void {
    if (typeof value === 'string') this.addText(value);
    else if (value !== undefined && value !== null) this.#addJson(value, '');
  }

  /** Adds a schema. @returns false if it cannot be counted. */
  addSchema(value: unknown): boolean {
    return this.#addJson(value, 'json');
  }

  /** Adds the definition of a tool. */
  addDefinition(value: unknown): void {
    if (this.addSchema(value)) this.tools++;
  }

  /** Adds a picture, document or recording; undefined: something that no vendor says the tokens of. */
  addMedia(part: MediaPart | undefined): void {
    if (part) this.media = [...this.media, part];
    else this.addUnseen('other');
  }

  addUnseen(kind: UnseenKind): void {
    this.unseen = new Map(this.unseen).set(kind, (this.unseen.get(kind) ?? 0) + 1);
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
