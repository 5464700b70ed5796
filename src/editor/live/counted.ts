import { estimateTexts, estimateTraining, type Estimate } from '../../core/estimate/estimate';
import type { Beginning } from '../../core/estimate/counts/beginning';
import type { Beside } from '../../core/estimate/counts/beside';
import type { OwnCall } from '../../core/estimate/modelScenario';
import type { OwnModels } from '../../core/estimate/own/eachOnOwn';
import { ownCalls } from '../../core/estimate/own/calls';
import { changeBetween, type Change } from '../../core/estimate/change';
import { groupModels, groupOf } from '../../core/estimate/counts/groups';
import { countPartsForModel, type LanguageCount } from '../../core/estimate/counts/model';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { isEncodingName, type EncodingName } from '../../core/tokens/encodings';
import type { TokenCount } from '../../core/tokens/tokenCount';
import type { OpenRequests, ReadRequests } from '../counting/requestFiles';
import type { SettingsModel } from './modelOfSetting';
import { usesStated } from '../settings/fileCalls';
import type { Settings } from '../settings/settings';
import type { TemplateView } from '../subject/templates/view';

/** A counted subject with all inputs of its price. */
export interface CountedSubject<R extends ReadRequests = OpenRequests> {
  readonly table: PriceTable;
  readonly settings: Settings;
  /** The model that the status bar shows; always counted. */
  readonly model: Model;
  /** As the settings or the file have it. */
  readonly modelName: string;
  /** How the name of that model was read; undefined for an id or alias. */
  readonly reading: string | undefined;
  /** That the model or ceiling is the file's, as a sentence. */
  readonly fileNote: string | undefined;
  /** The time of the price, milliseconds since 1970. */
  readonly atMs: number;
  /** Whether all models can be priced; else only those of the encodings counted so far. */
  readonly isComplete: boolean;
  /** The models that can be priced. */
  readonly models: readonly Model[];
  readonly estimate: (model: Model) => Estimate;
  /** The cost as it is: on `model`, or of each request on the model that it names. */
  readonly current: () => Estimate;
  /** What is counted apart of requests (`partsApart`), on a model; undefined: there is no text. */
  readonly apartOn: (model: Model) => readonly (TokenCount | undefined)[];
  /** What of each prompt is the same in each call, on a model; undefined: it is not known. */
  readonly beginningOn: (model: Model) => Beginning | undefined;
  /** The model of each request; undefined: all are on `model`. */
  readonly ownModels: OwnModels | undefined;
  /** The requests that are priced; undefined: the subject is one text. */
  readonly requests: R | undefined;
  /** The file that is priced, if it is no text; undefined: it is one. */
  readonly file: Beside | undefined;
  /** What is known of the values of a template; undefined: the subject has no placeholders. */
  readonly template?: TemplateView | undefined;
  /** Of the model's cost since the last save; undefined without unsaved changes, or if unknown. */
  readonly sinceSave: Change | undefined;
}

/** The counts of each text of a subject, one for each language in it. */
export type TextCounts = readonly (readonly LanguageCount[])[];

/**
 * A subject with its counts in some encodings.
 *
 * @param saved the count of the text as last saved, in the model's encoding, if it differs.
 */
export function countedSubject<R extends ReadRequests>(
  context: SettingsModel &
    Pick<
      CountedSubject<R>,
      'table' | 'settings' | 'atMs' | 'requests' | 'file' | 'template' | 'ownModels'
    >,
  counted: ReadonlyMap<EncodingName, TextCounts>,
  saved: LanguageCount | undefined,
): CountedSubject<R> {
  const { table, model, requests, ownModels } = context;
  const countsOf = ({ tokenizer }: Model): TextCounts | undefined =>
    counted.get(encodingNamed(tokenizer.encoding));
  const pricing = pricingOf(context);
  const textsOn = (of: Model): TextCounts => {
    const texts = countsOf(of);
    if (!texts) throw new Error(`not counted yet: ${of.id}`);
    return texts;
  };
  const priced = (of: Model): Estimate => pricing.price(of, textsOn(of));
  // Asked for several times at each key.
  let yours: Estimate | undefined;
  const estimate = (of: Model): Estimate => (of === model ? (yours ??= priced(of)) : priced(of));
  const countsOn = (of: Model) => pricing.counts(of, textsOn(of));
  let current: Estimate | undefined;
  // A key typed must not look at each model of the table.
  const isComplete = groupModels(table.models).encodings.every((each) => counted.has(each));
  return {
    ...context,
    get models() {
      return isComplete
        ? table.models
        : table.models.filter((each) => countsOf(each) !== undefined);
    },
    isComplete,
    estimate,
    apartOn: (of) =>
      textsOn(of)
        .slice(requests?.requests.length ?? Infinity, requests?.beginning ? -1 : undefined)
        .map((parts) => (parts.length === 0 ? undefined : countPartsForModel(of, parts))),
    beginningOn: (of) => beginningIn(textsOn(of), of, requests),
    current: () =>
      (current ??=
        ownModels && requests
          ? requests.library.estimateOnOwn(
              estimate(model),
              ownModels.models,
              countsOn,
              pricing.calls,
            )
          : estimate(model)),
    sinceSave: saved && changeBetween(pricing.price(model, [[saved]]), estimate(model)),
  };
}

function beginningIn(
  texts: TextCounts,
  model: Model,
  requests: ReadRequests | undefined,
): Beginning | undefined {
  if (requests) {
    const { beginning } = requests;
    const counts = beginning && texts.at(-1);
    return counts && { kind: beginning.kind, count: countPartsForModel(model, counts) };
  }
  const [{ languageId, beginning: count } = { languageId: '' }] = texts[0] ?? [];
  return (
    count && { kind: 'placeholder', count: countPartsForModel(model, [{ languageId, count }]) }
  );
}

interface SubjectPricing {
  /** What the requests say of their own calls. */
  readonly calls: readonly OwnCall[];
  readonly counts: (model: Model, texts: TextCounts) => readonly TokenCount[];
  readonly price: (model: Model, texts: TextCounts) => Estimate;
}

/** Prices one call with a text, or each of some requests. Models of one group share the counts of thousands of requests. */
function pricingOf(
  subject: Pick<CountedSubject<ReadRequests>, 'settings' | 'requests' | 'file' | 'atMs'>,
): SubjectPricing {
  const { settings, requests, atMs } = subject;
  const { scenario } = settings;
  const calls = callsOf(subject);
  const known = new Map<string, readonly TokenCount[]>();
  const countsOf = (model: Model, texts: TextCounts): readonly TokenCount[] => {
    const group = groupOf(model);
    const own = requests ? texts.slice(0, requests.requests.length) : texts;
    const counts =
      (requests && known.get(group)) ?? own.map((parts) => countPartsForModel(model, parts));
    if (requests) known.set(group, counts);
    return counts;
  };
  return {
    calls,
    counts: countsOf,
    price: (model, texts) =>
      requests?.kind === 'training'
        ? estimateTraining(model, countsOf(model, texts), scenario, atMs, calls)
        : estimateTexts(model, countsOf(model, texts), scenario, atMs, calls),
  };
}

function callsOf({
  settings,
  requests,
  file,
}: Pick<CountedSubject<ReadRequests>, 'settings' | 'requests' | 'file'>): readonly OwnCall[] {
  if (requests) return ownCalls(requests.requests, usesStated(settings), requests.besides);
  return file ? [{ beside: file }] : [];
}

/** Whether the model is the one that the file names, instead of the user's own. */
export function isModelOfFile({
  settings: { fileCall },
  modelName,
}: Pick<CountedSubject, 'settings' | 'modelName'>): boolean {
  return fileCall?.isUsed === true && fileCall.modelName === modelName;
}

/** @throws {Error} when the price table names an encoding that cannot be counted. */
export function encodingNamed(name: string): EncodingName {
  if (isEncodingName(name)) return name;
  throw new Error(`unknown encoding: ${name}`);
}
