import type { Uri } from 'vscode';
import { resolveModel } from '../../core/pricing/names/resolveModel';
import type { OwnModels } from '../../core/estimate/own/eachOnOwn';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import type { EncodingName } from '../../core/tokens/encodings';
import type { DocumentCounts } from '../counting/documentCounts';
import type { RequestCounts } from '../counting/requestCounts';
import { RequestFiles, type OpenRequests, type ReadRequests } from '../counting/requestFiles';
import { fileCalls } from '../settings/fileCalls';
import type { Settings } from '../settings/settings';
import type { CountableSubject } from '../subject/subject';
import type { CountedSubject, TextCounts } from './counted';

/** One call without a text. */
const NO_TEXT: TextCounts = [[]];

/** Counts a subject as the one text that it is, or request by request. */
export class SubjectCounts {
  readonly #documents: DocumentCounts;
  readonly #requests: RequestCounts;
  readonly #files = new RequestFiles();

  constructor(documents: DocumentCounts, requests: RequestCounts) {
    this.#documents = documents;
    this.#requests = requests;
  }

  /** The requests of the subject; undefined, mostly at once, if it is one text, or if aborted. */
  requests(
    subject: CountableSubject,
    signal: AbortSignal,
  ): Promise<OpenRequests | undefined> | undefined {
    return this.#files.read(subject, signal);
  }

  /**
   * @param wantsBeginning whether to count what of a template is the same in each call.
   * @returns undefined if aborted. @throws any error of loading the vocabulary.
   */
  async count(
    subject: CountableSubject,
    requests: OpenRequests | undefined,
    encoding: EncodingName,
    { signal, wantsBeginning }: { readonly signal: AbortSignal; readonly wantsBeginning: boolean },
  ): Promise<TextCounts | undefined> {
    if (subject.kind === 'media') return NO_TEXT;
    if (requests) return this.#requests.count(requests, encoding, signal);
    const count = await this.#documents.count(subject, encoding, signal);
    const [only] = count ?? [];
    if (!only || !wantsBeginning || subject.kind !== 'text' || subject.selections.length > 0)
      return count && [count];
    const beginning = await this.#documents.beginning(subject.document, encoding, signal);
    return signal.aborted ? undefined : [[{ ...only, ...(beginning ? { beginning } : {}) }]];
  }
}

/** The settings with what the requests in a file state. */
export function withStated(
  settings: Settings,
  uri: Uri,
  { facts }: ReadRequests,
  { table, atMs }: { readonly table: PriceTable; readonly atMs: number },
): Settings {
  const { kind, requests, modelNames, unnamed, stated } = facts;
  const names = differentModels(table, modelNames, atMs);
  const calls = { kind, requests, modelNames: names, unnamed, stated };
  return fileCalls.applyRequests(settings, uri.toString(), calls);
}

/** One name for each model, however the requests spell it. */
function differentModels(
  table: PriceTable,
  names: readonly string[],
  atMs: number,
): readonly string[] {
  const models = new Map<string, string>();
  for (const name of names) {
    const resolution = resolveModel(table, name, atMs);
    const key = resolution.kind === 'found' ? resolution.model.id : name;
    if (!models.has(key)) models.set(key, name);
  }
  return [...models.values()];
}

/** The model of each request, where they name several and the user wants them; undefined: all have the status bar's. */
export function ownModelsOf(
  requests: ReadRequests | undefined,
  yours: Model,
  {
    table,
    settings: { fileCall },
    atMs,
  }: Pick<CountedSubject, 'table' | 'atMs'> & { readonly settings: Pick<Settings, 'fileCall'> },
): OwnModels | undefined {
  const named = fileCall?.isUsed === true ? (fileCall.requests?.modelNames ?? []) : [];
  if (!requests || requests.kind === 'training' || named.length < 2) return undefined;
  return requests.library.modelsOfRequests(table, requests.requests, yours, atMs);
}
