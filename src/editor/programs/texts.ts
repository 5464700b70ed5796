import { CancellationError, type Uri } from 'vscode';
import { countIn, groupModels, groupOf } from '../../core/estimate/counts/groups';
import {
  countSampledGroups,
  countSamples,
  type CountedSamples,
} from '../../core/estimate/counts/samples';
import { estimateCall, type Estimate } from '../../core/estimate/estimate';
import { overrideScenario } from '../../core/scenario/override';
import type { FullScenario } from '../../core/scenario/scenario';
import { idsOf, resolveModel } from '../../core/pricing/names/resolveModel';
import { suggestedIds } from '../../core/pricing/names/unknown/suggest';
import type { ResolvedName } from '../../wording/models/names';
import { currentSelection } from '../../core/pricing/selection/current';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import type { Counters } from '../../core/tokens/counters';
import type { EncodingName } from '../../core/tokens/encodings';
import type { TokenCount } from '../../core/tokens/tokenCount';
import type { TextPart } from '../../core/files/notebook';
import type { TemplateContent } from '../../core/files/scanned/content';
import { withCounters } from '../counting/leased';
import type { PriceBook } from '../prices/book';
import { RequestError } from './requestError';
import { noSuchModel, wrongScenario } from '../../wording/programs/programs';
import { readSettings, type Settings } from '../settings/settings';
import { hostSlices } from '../slices';

/** A request of another program about a text. */
export interface TextRequest {
  /** Parts of the text, each in one language. */
  readonly parts: readonly TextPart[];
  /** The parts of a template with each of its samples, which are counted in place of it. */
  readonly samples?: TemplateContent['samples'] | undefined;
  /** The file whose settings apply. */
  readonly resource: Uri | undefined;
  readonly signal: AbortSignal;
}

export interface PriceRequest extends TextRequest {
  /** Names of models; `current`: what can be bought now, and the user's model; undefined: only the user's model. */
  readonly models: readonly string[] | 'current' | 'all' | undefined;
  /** Overrides of the settings' scenario. */
  readonly scenario: Readonly<Record<string, unknown>>;
  readonly atMs: number;
}

/** Estimates of a text, with their inputs. */
export interface TextEstimate {
  readonly estimates: readonly Estimate[];
  /** Models of the price table that are not among them. */
  readonly more: number;
  /** The settings, with the request's overrides. */
  readonly settings: Settings;
  readonly atMs: number;
  /** The names that were given, and the models that they mean; for all models, the user's model. */
  readonly named: readonly ResolvedName[];
}

/** Tokens of a text for a model. */
export interface ModelCount {
  readonly model: Model;
  readonly count: TokenCount;
}

/** Counts and prices texts of other programs, in slices, so that the editor stays responsive. */
export class TextEstimates {
  readonly prices: PriceBook;
  readonly counters: Counters;

  constructor(prices: PriceBook, counters: Counters) {
    this.prices = prices;
    this.counters = counters;
  }

  /**
   * Prices a text under the settings and the request's overrides.
   *
   * @throws {RequestError} for an unknown model, or an invalid scenario or setting.
   * @throws {CancellationError} if cancelled.
   */
  async estimate(request: PriceRequest): Promise<TextEstimate> {
    const { atMs, models } = request;
    const table = await this.prices.table(request.resource, atMs);
    const settings = settingsWith(readSettings(request.resource), request.scenario);
    const named =
      typeof models === 'string'
        ? usersModel(table, settings, atMs)
        : modelsNamed(table, models ?? [settings.modelName], atMs);
    const chosen = chosenModels(table, { ...request, models }, named, settings);
    const counts = await this.#countModels(request, chosen);
    const estimates = chosen.map((model, index) =>
      estimateCall(model, countAt(counts, index), settings.scenario, atMs),
    );
    return { estimates, more: table.models.length - chosen.length, settings, atMs, named };
  }

  /** Tokens of a text for one model, by default the user's. */
  async countForModel(request: TextRequest, name: string | undefined): Promise<ModelCount> {
    const table = await this.prices.table(request.resource);
    const { modelName } = readSettings(request.resource);
    const { model } = modelNamed(table, name ?? modelName, Date.now());
    const [count] = await this.#countModels(request, [model]);
    if (!count) throw new Error(`not counted: ${model.id}`);
    return { model, count };
  }

  /** Tokens of a text without samples in one encoding. */
  async countInEncoding(
    request: Omit<TextRequest, 'samples'>,
    encoding: EncodingName,
  ): Promise<number> {
    const [counted = []] = await this.#count(request, [encoding]);
    return counted.reduce((sum, part) => sum + countIn(part, encoding).count.tokens, 0);
  }

  async #countModels(
    request: TextRequest,
    models: readonly Model[],
  ): Promise<readonly TokenCount[]> {
    const groups = groupModels(models);
    const counted = await this.#count(request, groups.encodings);
    const counts = countSampledGroups(groups, counted);
    return models.map((model) => countAt(counts, groups.keys.indexOf(groupOf(model))));
  }

  async #count(
    { parts, samples, signal }: TextRequest,
    encodings: readonly EncodingName[],
  ): Promise<CountedSamples> {
    const slices = hostSlices();
    const counted = await withCounters(
      this.counters,
      encodings,
      { slices, signal },
      async (loaded) => slices.run(countSamples(parts, samples, loaded), signal),
    );
    if (!counted) throw new CancellationError();
    return counted;
  }
}

function countAt(counts: readonly TokenCount[], index: number): TokenCount {
  const count = counts[index];
  if (!count) throw new RangeError(`no count ${index}`);
  return count;
}

export function settingsWith(
  settings: Settings,
  changes: Readonly<Record<string, unknown>>,
): Settings {
  const [problem] = settings.problems;
  if (problem) throw new RequestError('invalidSettings', problem.message);
  return { ...settings, scenario: scenarioWith(settings.scenario, changes) };
}

function scenarioWith(
  base: FullScenario,
  changes: Readonly<Record<string, unknown>>,
): FullScenario {
  const result = overrideScenario(base, changes);
  if (result.ok) return result.scenario;
  throw new RequestError('invalidArgument', wrongScenario(result.unknown, result.problems));
}

export function modelsNamed(
  table: PriceTable,
  names: readonly string[],
  atMs: number,
): readonly ResolvedName[] {
  return names.map((name) => modelNamed(table, name, atMs));
}

/** Empty if the setting names no model, or several. */
function usersModel(
  table: PriceTable,
  { modelName: name }: Settings,
  atMs: number,
): readonly ResolvedName[] {
  const resolution = resolveModel(table, name, atMs);
  return resolution.kind === 'found' ? [{ ...resolution, name }] : [];
}

export function chosenModels(
  table: PriceTable,
  { models, atMs }: Pick<PriceRequest, 'models' | 'atMs'>,
  named: readonly ResolvedName[],
  { pinnedNames }: Settings,
): readonly Model[] {
  if (models === 'all') return table.models;
  if (models !== 'current') return distinctModels(named);
  const users = named.map(({ model }) => model.id);
  return currentSelection(table, atMs, [...users, ...idsOf(table, pinnedNames, atMs)]).models;
}

function distinctModels(named: readonly ResolvedName[]): readonly Model[] {
  return [...new Set(named.map(({ model }) => model))];
}

function modelNamed(table: PriceTable, name: string, atMs: number): ResolvedName {
  const resolution = resolveModel(table, name, atMs);
  if (resolution.kind === 'found') return { ...resolution, name };
  const ids = suggestedIds(table, name, resolution);
  const code = resolution.kind === 'ambiguous' ? 'ambiguousModel' : 'unknownModel';
  throw new RequestError(code, noSuchModel(name, resolution, ids), ids);
}
