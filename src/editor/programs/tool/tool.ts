import {
  LanguageModelTextPart,
  LanguageModelToolResult,
  MarkdownString,
  type CancellationToken,
  type LanguageModelTool,
  type LanguageModelToolInvocationOptions,
  type LanguageModelToolInvocationPrepareOptions,
  type PreparedToolInvocation,
} from 'vscode';
import { visibleText } from '../../../core/figures/visibleText';
import { estimating, toolMessage, toolQuestion } from '../../../wording/programs/tool';
import { noEstimateMade } from '../../../wording/programs/toolProblems';
import { abortSignal } from '../../abortSignal';
import { wordsOf } from '../../words';
import { RequestError } from '../requestError';
import type { TextEstimates } from '../texts';
import { answerOn } from './answerOn';
import { findToolFile, readToolFile, type ToolText } from './file';
import { parseToolInput, type ToolInput } from './input';

/** The tool through which language models price a text. */
export class EstimateTool implements LanguageModelTool<unknown> {
  readonly #texts: TextEstimates;
  /** Version of API Spend. */
  readonly #version: string;

  constructor(texts: TextEstimates, version: string) {
    this.#texts = texts;
    this.#version = version;
  }

  /** Names the file before it is read; `invoke` reports invalid input. */
  async prepareInvocation({
    input,
  }: LanguageModelToolInvocationPrepareOptions<unknown>): Promise<PreparedToolInvocation> {
    const invocationMessage = estimating(wordsOf());
    const message = await confirmation(input).catch(() => undefined);
    if (message === undefined) return { invocationMessage };
    return {
      invocationMessage,
      confirmationMessages: {
        title: toolQuestion(wordsOf()),
        message: new MarkdownString().appendText(message),
      },
    };
  }

  /** @throws {Error} with a message for the language model. */
  async invoke(
    { input }: LanguageModelToolInvocationOptions<unknown>,
    token: CancellationToken,
  ): Promise<LanguageModelToolResult> {
    try {
      const answer = await this.#answer(parseToolInput(input), token);
      return new LanguageModelToolResult([new LanguageModelTextPart(answer)]);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      throw new Error(noEstimateMade(error.message), { cause: error });
    }
  }

  async #answer(input: ToolInput, token: CancellationToken): Promise<string> {
    const counted = await textOf(input.subject);
    const asked = { ...input, atMs: input.atMs ?? Date.now(), signal: abortSignal(token) };
    return answerOn(this.#texts, counted, asked, this.#version);
  }
}

async function textOf(subject: ToolInput['subject']): Promise<ToolText> {
  if (subject.kind === 'file') return readToolFile(await findToolFile(subject.path));
  const { text, languageId } = subject;
  return { parts: [{ text, languageId }], file: undefined };
}

async function confirmation(input: unknown): Promise<string> {
  const { subject } = parseToolInput(input);
  const words = wordsOf();
  if (subject.kind === 'text') {
    return toolMessage(words, { kind: 'text', characters: subject.text.length });
  }
  const { name, isInWorkspace } = await findToolFile(subject.path);
  return toolMessage(words, { kind: 'file', name: visibleText(name), isInWorkspace });
}
