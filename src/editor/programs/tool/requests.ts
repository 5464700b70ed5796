import { CancellationError, type Uri } from 'vscode';
import type { Estimate } from '../../../core/estimate/estimate';
import { resolveModel } from '../../../core/pricing/names/resolveModel';
import type { Model, PriceTable } from '../../../core/pricing/table/priceTable';
import type { EncodingName } from '../../../core/tokens/encodings';
import type { ResolvedName } from '../../../wording/models/names';
import { RequestCounts } from '../../counting/requestCounts';
import { withFacts, type ReadRequests } from '../../counting/requestFiles';
import * as library from '../../counting/requestParts';
import { HumanError } from '../../errors';
import {
  countedSubject,
  encodingNamed,
  type CountedSubject,
  type TextCounts,
} from '../../live/counted';
import { modelOfSetting, type SettingsModel } from '../../live/modelOfSetting';
import { ownModelsOf, withStated } from '../../live/subjectCounts';
import { readSettings, type Settings } from '../../settings/settings';
import { hostSlices } from '../../slices';
import { RequestError } from '../requestError';
import {
  chosenModels,
  modelsNamed,
  settingsWith,
  type PriceRequest,
  type TextEstimates,
} from '../texts';
import type { ToolText } from './file';

// A file of API requests, priced for a language model as the status bar prices it.

type ToolFile = NonNullable<ToolText['file']>;

/** A file of requests that a language model asks about. */
export interface AskedRequests {
  readonly read: ReadRequests;
  readonly file: ToolFile;
}

/** The requests with their estimates. */
export interface RequestsEstimate extends AskedRequests {
  readonly result: CountedSubject<ReadRequests>;
  readonly estimates: readonly Estimate[];
  /** Models of the price table that are not among them. */
  readonly more: number;
  readonly named: readonly ResolvedName[];
}

/** Undefined if the text is none of a file, or the file holds no requests. @throws {CancellationError} if cancelled. */
export async function readRequests(
  { parts: [whole], file, mayHoldRequests }: ToolText,
  signal: AbortSignal,
): Promise<AskedRequests | undefined> {
  if (!file || !whole || !mayHoldRequests) return undefined;
  const work = library.readRequestFile(whole.text, mayHoldRequests);
  const read = await hostSlices().run(work, signal);
  if (signal.aborted) throw new CancellationError();
  return read && { read: withFacts(read, library), file };
}

/**
 * Prices each request on the models that are asked for; by default as the status bar does: on the model, with the answers
 * and at the price of a batch that the requests state, unless the user has said otherwise.
 *
 * @throws {RequestError} for an unknown model, or an invalid scenario or setting.
 * @throws {CancellationError} if cancelled.
 */
export async function priceRequests(
  texts: Pick<TextEstimates, 'prices' | 'counters'>,
  { read, file }: AskedRequests,
  request: PriceRequest,
): Promise<RequestsEstimate> {
  const { atMs, models } = request;
  const table = await texts.prices.table(file.uri, atMs);
  const settings = settingsOn(file.uri, read, request, table);
  const found = modelOfSetting(table, settings, atMs);
  const yours = found instanceof HumanError ? undefined : found;
  if (!yours && models === undefined) throw new RequestError('unknownModel', messageOf(found));
  const named =
    typeof models === 'object' ? modelsNamed(table, models, atMs) : nameOf(table, yours, atMs);
  const chosen = chosenModels(table, { models, atMs }, named, settings);
  const main = yours ?? inPlaceOf(chosen[0]);
  const isOnStated = typeof models !== 'object';
  const ownModels = isOnStated
    ? ownModelsOf(read, main.model, { table, settings, atMs })
    : undefined;
  const wanted = [main.model, ...chosen, ...(ownModels?.models ?? [])];
  const counted = await countOn(texts, read, wanted, request.signal);
  const context = { table, settings, ...main, atMs, requests: read, ownModels };
  const result = countedSubject(
    { ...context, file: undefined, template: undefined },
    counted,
    undefined,
  );
  const own = ownModels ? [result.current()] : [];
  const estimates = [
    ...own,
    ...(models === undefined && ownModels ? [] : chosen.map(result.estimate)),
  ];
  return { read, file, result, estimates, more: table.models.length - chosen.length, named };
}

/** With what the requests state, in place of which the language model may have assumptions of its own. */
function settingsOn(
  uri: Uri,
  read: ReadRequests,
  { scenario, atMs }: PriceRequest,
  table: PriceTable,
): Settings {
  const stated = withStated(readSettings(uri), uri, read, { table, atMs });
  const settings = settingsWith(stated, scenario);
  const { fileCall: call } = settings;
  if (!call?.requests || !('outputTokens' in scenario)) return settings;
  return { ...settings, fileCall: { ...call, requests: { ...call.requests, stated: 0 } } };
}

function nameOf(
  table: PriceTable,
  yours: { readonly modelName: string } | undefined,
  atMs: number,
): readonly ResolvedName[] {
  if (!yours) return [];
  const { modelName: name } = yours;
  const resolution = resolveModel(table, name, atMs);
  return resolution.kind === 'found' ? [{ ...resolution, name }] : [];
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** Where the settings name no model, one of those that were asked for. */
function inPlaceOf(model: Model | undefined): SettingsModel {
  if (!model) throw new RangeError('no model was asked for');
  return { model, modelName: model.id, reading: undefined, fileNote: undefined };
}

async function countOn(
  { counters }: Pick<TextEstimates, 'counters'>,
  read: ReadRequests,
  models: readonly Model[],
  signal: AbortSignal,
): Promise<ReadonlyMap<EncodingName, TextCounts>> {
  const encodings = new Set(models.map(({ tokenizer }) => encodingNamed(tokenizer.encoding)));
  const counts = new Map<EncodingName, TextCounts>();
  const requests = new RequestCounts(counters);
  for (const encoding of encodings) {
    const counted = await requests.count({ ...read, document: read }, encoding, signal);
    if (!counted) throw new CancellationError();
    counts.set(encoding, counted);
  }
  return counts;
}
