import * as v from 'valibot';
import type { Webview } from 'vscode';
import { fromPageSchema, type Fact, type FromPage, type ToPage } from '../../protocol/messages';
import { replyTo, type Request, type RequestHandlers } from '../../protocol/requests';
import { messageFor } from '../errors';
import type { Logger } from '../log';

/** A message of the page that asks for nothing. */
export type Notice = Exclude<FromPage, { readonly type: 'request' }>;

interface Receiver {
  readonly handlers: RequestHandlers;
  readonly receive: (notice: Notice) => void;
  /** Called after the page got the reply to a request that failed. */
  readonly failed: () => void;
}

/** Checks, logs and answers the messages of one page. */
export class PageConnection {
  readonly #webview: Webview;
  readonly #log: Logger;
  readonly #receiver: Receiver;

  constructor(webview: Webview, log: Logger, receiver: Receiver) {
    this.#webview = webview;
    this.#log = log;
    this.#receiver = receiver;
    webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
  }

  send(fact: Fact): void {
    void this.#post(fact);
  }

  /** A page that was closed or killed gets nothing: the next one asks for everything. */
  async #post(message: ToPage): Promise<void> {
    try {
      await this.#webview.postMessage(message);
    } catch (error) {
      this.#log.debug(`The report page is gone: ${String(error)}`);
    }
  }

  #receive(message: unknown): void {
    const parsed = v.safeParse(fromPageSchema, message);
    if (!parsed.success) {
      // Not the message itself, which can hold names and texts.
      const paths = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'type');
      this.#log.warn(`The report page sent an invalid message: ${paths.join(', ')}`);
    } else if (parsed.output.type === 'request') {
      void this.#answer(parsed.output);
    } else {
      this.#receiver.receive(parsed.output);
    }
  }

  async #answer(request: Request): Promise<void> {
    const reply = await replyTo(request, this.#receiver.handlers, (error) => {
      this.#log.error(error instanceof Error ? error : String(error));
      return messageFor(error);
    });
    await this.#post(reply);
    if (!reply.result.ok) this.#receiver.failed();
  }
}
