import * as v from 'valibot';
import type { Webview } from 'vscode';
import { fromPageSchema, type Fact, type FromPage } from '../../protocol/messages';
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
    void this.#webview.postMessage(fact);
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
    void this.#webview.postMessage(reply);
    if (!reply.result.ok) this.#receiver.failed();
  }
}
