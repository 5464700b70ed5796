import { EventEmitter, type Event, type Memento, type TextDocument } from 'vscode';
import type { LanguageCount } from '../../../core/estimate/counts/model';
import {
  holdsPlaceholders,
  mayBeTemplate,
  mayHaveValues,
} from '../../../core/files/templates/mayHaveValues';
import type { TokenCounter } from '../../../core/tokens/engine/tokenCounter';
import { lengthOf } from '../documentText';
import { kindOf } from '../sentRanges';
import type { CountableSubject, TextSubject } from '../subject';
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
  start(memory: Pick<Memento, 'get' | 'update'>, load: () => Promise<MakeReader>): void {
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
    const isWritten = subject.notebook !== undefined || !this.#isTemplate(subject.document);
    return isWritten ? undefined : (await this.reader()).count(subject, counter, counting);
  }

  /** What is shown of the values of a subject that has been counted. */
  view(subject: CountableSubject): TemplateView | undefined {
    const isKnown = subject.kind === 'text' && !subject.notebook;
    return isKnown && this.#isTemplate(subject.document) ? this.#loaded?.view(subject) : undefined;
  }

  /** The reader, if a file's text has placeholders. */
  async readerFor({ text, uri, languageId }: TemplateFile): Promise<TemplateReader | undefined> {
    const isTemplate = this.#load && mayHaveValues(text, { path: uri.path, languageId });
    return isTemplate ? this.reader() : undefined;
  }

  async reader(): Promise<TemplateReader> {
    if (!this.#load) throw new Error('templates are read after the start');
    this.#loading ??= this.#load();
    return (this.#loaded = await this.#loading);
  }

  dispose(): void {
    this.#loaded?.dispose();
  }

  #isTemplate(document: TextDocument): boolean {
    if (!this.#load || document.isClosed) return false;
    if (!mayBeTemplate(lengthOf(document), kindOf(document))) return false;
    const { version } = document;
    const known = this.#known.get(document);
    if (known?.version === version) return known.isTemplate;
    const isTemplate = holdsPlaceholders(document.getText());
    this.#known.set(document, { version, isTemplate });
    return isTemplate;
  }
}

export const templates = new Templates();
