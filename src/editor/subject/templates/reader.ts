import type { TextDocument, Uri } from 'vscode';
import { countIn } from '../../../core/estimate/counts/groups';
import { groupByLanguage, type LanguageCount } from '../../../core/estimate/counts/model';
import { countSamples, meanCount } from '../../../core/estimate/counts/samples';
import type { TextCount } from '../../../core/tokens/document/countedChunks';
import type { TokenCounter } from '../../../core/tokens/engine/tokenCounter';
import { templateNotes } from '../../../wording/views/templates';
import { ENGLISH } from '../../../wording/words';
import type { TemplateContent } from '../../../core/files/scanned/content';
import {
  countedSamples,
  isRendered,
  namesOf,
  templateFacts,
  type TemplateFacts,
} from '../../../core/files/templates/facts';
import { piecesBefore } from '../../../core/files/templates/beginning';
import { renderFile } from '../../../core/files/templates/fileTemplate';
import { readHead, type TemplateHead } from '../../../core/files/templates/head';
import {
  placeholdersIn,
  type Placeholder,
  type PlaceholderStyle,
} from '../../../core/files/templates/placeholder';
import { resolveValues, type ResolvedValues } from '../../../core/files/templates/resolve';
import { valueText } from '../../../core/files/templates/values';
import { lastName } from '../../../core/files/paths';
import { frontMatter } from '../../../core/files/sentText';
import { mayBeTemplate } from '../../../core/files/templates/mayHaveValues';
import { lengthOf } from '../documentText';
import { wordsOf } from '../../words';
import { sentOffsets } from '../sentOffsets';
import { kindOf, linesOf, sentRanges } from '../sentRanges';
import type { CountableSubject, TextSubject } from '../subject';
import { notesAsWritten } from './asWritten';
import { BeginningCounts, offsetsOf } from './beginnings';
import { FilesBeside, homeOf } from './filesBeside';
import type { OpenTemplate } from './openTemplate';
import { OwnValues, type TextsByName } from './ownValues';
import { RenderedCounts } from './renderedCounts';
import type {
  Counting,
  MakeReader,
  NamedValue,
  StoredCount,
  TemplateFile,
  TemplateReader,
  TemplateView,
} from './view';
import { viewAsWritten, viewOf } from './viewOf';

/** A document at a version. */
interface Read {
  readonly version: number;
  readonly template: OpenTemplate & { readonly resolved: Resolved };
  readonly isRendered: boolean;
}

/** What decides on the values of a document. */
interface Resolved {
  readonly key: string;
  readonly style: PlaceholderStyle;
  readonly values: ResolvedValues;
}

/** Reads the placeholders in documents, and their values. Both stay until something of them changes. */
export class DocumentTemplates implements TemplateReader {
  readonly own: OwnValues;
  readonly #counts = new RenderedCounts();
  readonly #beginnings = new BeginningCounts();
  readonly #beside: FilesBeside;
  readonly #read = new WeakMap<TextDocument, Read>();
  readonly #resolved = new WeakMap<TextDocument, Resolved>();

  constructor(...[memory, changed]: Parameters<MakeReader>) {
    this.own = new OwnValues(memory, changed);
    this.#beside = new FilesBeside(changed);
  }

  dispose(): void {
    this.#beside.dispose();
  }

  async count(
    subject: TextSubject,
    counter: TokenCounter,
    { slices, signal }: Counting,
  ): Promise<LanguageCount | undefined> {
    if (!mayHaveOwn(subject)) return undefined;
    const { document, selections, languageId } = subject;
    const template = await this.#open(document);
    const sent = template && (await slices.run(sentRanges(document), signal));
    if (!template || signal.aborted) return undefined;
    const ranges = selections.length > 0 ? selections : sent;
    const work = this.#counts.count(document, template, ranges, counter);
    const samples = await slices.run(work, signal);
    return samples && { languageId, ...withMean(samples) };
  }

  async beginning(
    document: TextDocument,
    counter: TokenCounter,
    { slices, signal }: Counting,
  ): Promise<TextCount | undefined> {
    const read = mayHaveOwn({ document }) ? await this.#readOf(document) : undefined;
    const sent = read && (await slices.run(sentRanges(document), signal));
    if (!read || signal.aborted) return undefined;
    const { text, placeholders } = read.template;
    const pieces = piecesBefore(text, placeholders, offsetsOf(document, sent));
    return pieces && slices.run(this.#beginnings.count(document, pieces, counter), signal);
  }

  async countStored(
    file: TemplateFile,
    counter: TokenCounter,
    { slices, signal }: Counting,
  ): Promise<StoredCount | undefined> {
    const { samples } = await this.content(file);
    const counted = await slices.run(countSamples([], samples, [counter]), signal);
    const each = counted?.flatMap((parts) => {
      const counts = parts.map((part) => countIn(part, counter.encoding));
      return groupByLanguage(counts)[0]?.count ?? [];
    });
    return each && each.length > 0 ? withMean(each) : undefined;
  }

  notesOn(template: TemplateFacts): readonly string[] {
    return templateNotes(ENGLISH, template);
  }

  async #open(document: TextDocument): Promise<OpenTemplate | undefined> {
    const read = await this.#readOf(document);
    return read?.isRendered === true ? read.template : undefined;
  }

  /** Undefined: the document has changed meanwhile. */
  async #readOf(document: TextDocument): Promise<Read | undefined> {
    const { version } = document;
    const resolved = await this.#resolve(document);
    if (document.version !== version || document.isClosed) return undefined;
    const known = this.#read.get(document);
    const read =
      known?.version === version && known.template.resolved === resolved
        ? known
        : readNow(document, resolved);
    this.#read.set(document, read);
    return read;
  }

  view(subject: CountableSubject): TemplateView | undefined {
    if (subject.kind === 'media') return undefined;
    if (subject.kind === 'notebook' || !mayHaveOwn(subject))
      return viewAsWritten(notesAsWritten(subject));
    const read = this.#read.get(subject.document);
    if (read?.version !== subject.document.version) return undefined;
    const { placeholders, samples, resolved } = read.template;
    const ranges = sentOffsets(subject);
    const isCounted = ({ start, end }: Placeholder): boolean =>
      ranges.some(([from, to]) => start < to && end > from);
    return viewOf(
      wordsOf(),
      templateFacts(placeholders.filter(isCounted), samples, resolved.values),
    );
  }

  async content({ uri, text, languageId, parts }: TemplateFile): Promise<TemplateContent> {
    const { samples, facts } = await renderFile({
      text,
      file: { path: uri.path, languageId },
      parts,
      own: ownOf(this.own.of(keyOf(uri))),
      readBeside: this.#beside.of(uri),
    });
    return { samples, template: facts };
  }

  async values(document: TextDocument): Promise<readonly NamedValue[]> {
    const resolved = await this.#resolve(document);
    const { placeholders } = readNow(document, resolved).template;
    const own = this.own.of(keyOf(document.uri));
    const [start = 0] = sentOffsets({ document, selections: [] })[0] ?? [];
    return namesOf(placeholders.filter((each) => each.start >= start)).map((name) => ({
      name,
      own: Object.hasOwn(own, name) ? own[name] : undefined,
      found: Object.hasOwn(own, name)
        ? undefined
        : valueText(resolved.values.samples[0] ?? {}, name),
    }));
  }

  async #resolve(document: TextDocument): Promise<Resolved> {
    const own = this.own.of(keyOf(document.uri));
    const yaml = frontMatter(linesOf(document), kindOf(document)) ?? '';
    const key = JSON.stringify([document.uri, own, yaml, this.#beside.revision]);
    const known = this.#resolved.get(document);
    if (known?.key === key) return known;
    const head = readHead(yaml);
    const values = await this.#resolveNow(document, head, own);
    const resolved = { key, style: head.style, values };
    this.#resolved.set(document, resolved);
    return resolved;
  }

  async #resolveNow(
    { uri }: TextDocument,
    head: TemplateHead,
    own: TextsByName,
  ): Promise<ResolvedValues> {
    return resolveValues({
      fileName: lastName(uri.path),
      head,
      own: ownOf(own),
      readBeside: this.#beside.of(uri),
    });
  }
}

function withMean(samples: readonly TextCount[]): StoredCount {
  return { count: meanCount(samples), ...(samples.length > 1 ? { samples } : {}) };
}

/** Cells of a notebook and very long texts get no values. */
function mayHaveOwn({ document, notebook }: Pick<TextSubject, 'document' | 'notebook'>): boolean {
  return notebook === undefined && mayBeTemplate(lengthOf(document), kindOf(document));
}

function readNow(document: TextDocument, resolved: Resolved): Read {
  const { version } = document;
  const text = document.getText();
  const placeholders = placeholdersIn(text, resolved.style);
  const samples = countedSamples(resolved.values.samples, text.length);
  const facts = templateFacts(placeholders, samples, resolved.values);
  const template = { text, placeholders, samples, resolved };
  return { version, template, isRendered: isRendered(facts) };
}

/** The side of a diff that git keeps has the values of the file. */
export function keyOf(uri: Uri): string {
  return homeOf(uri).toString();
}

function ownOf(values: TextsByName): readonly TextsByName[] {
  return Object.keys(values).length === 0 ? [] : [values];
}
