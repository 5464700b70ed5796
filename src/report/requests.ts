import type { FromPage } from '../protocol/messages';
import {
  parseReply,
  type Reply,
  type Request,
  type RequestBody,
  type RequestName,
  type RequestReply,
} from '../protocol/requests';

/** How a request went, in a sentence. */
export interface Outcome {
  readonly of: RequestName;
  readonly ok: boolean;
  readonly text: string;
  /** The button that undoes it. */
  readonly back?: string;
}

/** Requests whose replies are sentences. */
export type ToldRequest = Exclude<RequestName, 'countHeaders'>;

/** The page's requests to the editor. */
export class Requests {
  readonly #post: (message: FromPage) => void;
  readonly #pending = new Map<string, (result: Reply['result']) => void>();

  constructor(post: (message: FromPage) => void) {
    this.#post = post;
  }

  /** Rejects with the editor's error, which is for people. */
  async send<Name extends RequestName>(
    name: Name,
    body: RequestBody<Name>,
  ): Promise<RequestReply<Name>> {
    const id = crypto.randomUUID();
    const request = { type: 'request', id, name, body } as Request;
    const result = new Promise<Reply['result']>((resolve) => {
      this.#pending.set(id, resolve);
    });
    this.#post(request);
    const answer = await result;
    if (!answer.ok) throw new Error(answer.error);
    return parseReply(name, answer.value);
  }

  /** How a request went; undefined if there is nothing to tell. Never rejects. */
  async outcomeOf<Name extends ToldRequest>(
    name: Name,
    body: RequestBody<Name>,
  ): Promise<Outcome | undefined> {
    try {
      const reply: string | { text: string; back: string } | null = await this.send(name, body);
      if (reply === null) return undefined;
      return { of: name, ok: true, ...(typeof reply === 'string' ? { text: reply } : reply) };
    } catch (error) {
      return { of: name, ok: false, text: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Ignores the reply to a request of an earlier page of the panel. */
  receive({ id, result }: Reply): void {
    this.#pending.get(id)?.(result);
    this.#pending.delete(id);
  }
}
