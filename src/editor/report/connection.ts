import * as v from 'valibot';
import type { LogOutputChannel, Webview } from 'vscode';
import { fromPageSchema, type Fact, type FromPage } from '../../protocol/messages';
import { replyTo, type Request, type RequestHandlers } from '../../protocol/requests';
import { messageFor } from '../errors';

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
  readonly #log: LogOutputChannel;
  readonly #receiver: Receiver;

  constructor(webview: Webview, log: LogOutputChannel, receiver: Receiver) {
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
      const excerpt = JSON.stringify([message]).slice(0, 500);
      this.#log.warn(`The report page sent an invalid message: ${excerpt}`);
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
