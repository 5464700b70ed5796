import { EventEmitter, type Event, type TextDocument } from 'vscode';
import type { Memory } from '../../memory';
import type { LanguageCount } from '../../../core/estimate/counts/model';
import { isTemplate } from '../../../core/files/placeholders';
import {
  holdsPlaceholders,
  LONGEST_TEMPLATE,
  mayHaveValues,
} from '../../../core/files/templates/mayHaveValues';
import type { TextCount } from '../../../core/tokens/document/countedChunks';
import type { TokenCounter } from '../../../core/tokens/engine/tokenCounter';
import { lengthOf } from '../documentText';
import { subjectParts, type CountableSubject, type TextSubject } from '../subject';
import type { Counting, MakeReader, TemplateFile, TemplateReader, TemplateView } from './view';

/** Values of the placeholders in documents and files. What reads them is loaded with the first placeholder. */
class Templates {
  readonly #changed = new EventEmitter<void>();
  readonly #known = new WeakMap<TextDocument, { version: number; isTemplate: boolean }>();
  #load: (() => Promise<TemplateReader>) | undefined;
  #loading: Promise<TemplateReader> | undefined;
  #loaded: TemplateReader | undefined;

  /** Another number after each change of values. */
  revision = 0;

  /** Fires when values have changed. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param memory keeps the user's values, for this workspace. @param load the part that reads templates. */
  start(memory: Memory, load: () => Promise<MakeReader>): void {
    const changed = (): void => {
      this.revision++;
      this.#changed.fire();
    };
    this.#load = async () => (await load())(memory, changed);
  }

  /** Undefined: the document has no placeholders, or none of them has a value. */
  async count(
    subject: TextSubject,
    counter: TokenCounter,
    counting: Counting,
  ): Promise<LanguageCount | undefined> {
    return this.#hasPlaceholders(subject.document)
      ? (await this.reader()).count(subject, counter, counting)
      : undefined;
  }

  /** What of a whole document is the same in each call; undefined: it has no placeholders. */
  async beginning(
    document: TextDocument,
    counter: TokenCounter,
    counting: Counting,
  ): Promise<TextCount | undefined> {
    return this.#hasPlaceholders(document)
      ? (await this.reader()).beginning(document, counter, counting)
      : undefined;
  }

  /** What is shown of the values of a subject that has been counted. */
  view(subject: CountableSubject): TemplateView | undefined {
    const parts = subjectParts(subject);
    return parts.some(({ document }) => this.#hasPlaceholders(document))
      ? this.#loaded?.view(subject)
      : undefined;
  }

  /** The reader, if a file's text has placeholders. */
  async readerFor({ text, uri, languageId }: TemplateFile): Promise<TemplateReader | undefined> {
    const isRead = this.#load && mayHaveValues(text, { path: uri.path, languageId });
    return isRead ? this.reader() : undefined;
  }

  async reader(): Promise<TemplateReader> {
    if (!this.#load) throw new Error('templates are read after the start');
    this.#loading ??= this.#load();
    return (this.#loaded = await this.#loading);
  }

  dispose(): void {
    this.#loaded?.dispose();
  }

  /** Of a very long text only the start is looked at, later. */
  #hasPlaceholders(document: TextDocument): boolean {
    const { version, isClosed, languageId, uri } = document;
    if (!this.#load || isClosed || !isTemplate(languageId, uri.path)) return false;
    const known = this.#known.get(document);
    if (known?.version === version) return known.isTemplate;
    const holds = lengthOf(document) > LONGEST_TEMPLATE || holdsPlaceholders(document.getText());
    this.#known.set(document, { version, isTemplate: holds });
    return holds;
  }
}

export const templates = new Templates();
