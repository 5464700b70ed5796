import { currentSelection } from '../../core/pricing/selection/current';
import { searchModels } from '../../core/pricing/selection/search';
import { resolveModel } from '../../core/pricing/names/resolveModel';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { statedModels, unknownStatedModels } from '../../wording/documents/requests';
import { describeUsageProblem } from '../../wording/documents/terminal';
import type { Input } from '../files/read';
import type { Io } from '../io';
import { modelNamed } from '../modelNamed';
import { writeNotice } from '../notice';
import { UsageError } from '../usageError';
import type { EstimateOptions } from './options';

export interface ChosenModels {
  readonly models: readonly Model[];
  /** Models that are not shown; undefined if the user, or a request, named those that are. */
  readonly more?: number;
  /** Of requests that name several models, each is on its own. */
  readonly areOwn?: boolean;
}

interface Question {
  readonly table: PriceTable;
  readonly options: EstimateOptions;
  readonly input: Input;
  readonly pinnedIds: readonly string[];
}

/** @throws {UsageError} if no model has a name, or all words of the filter. */
export function chooseModels(io: Io, question: Question): ChosenModels {
  const { table, options, pinnedIds } = question;
  const { modelNames, filter, showsAll, atMs } = options;
  if (modelNames.length > 0) {
    return { models: [...new Set(modelNames.map((name) => modelNamed(io, table, name, atMs)))] };
  }
  if (filter !== undefined) return { models: modelsFound(table, filter, atMs) };
  if (showsAll) return { models: table.models, more: 0 };
  const stated = modelsStated(io, question);
  if (stated.length > 0) return { models: stated, areOwn: stated.length > 1 };
  return currentSelection(table, atMs, pinnedIds);
}

function modelsFound(table: PriceTable, filter: string, atMs: number): readonly Model[] {
  const { models, nearest } = searchModels(table, filter, atMs);
  if (models.length > 0) return models;
  const ids = nearest.map(({ id }) => id);
  throw new UsageError((words) =>
    describeUsageProblem(words, { kind: 'noMatch', value: filter, ids }),
  );
}

/** The models that the requests name, as far as the table has them; says which they are. */
function modelsStated(io: Io, { table, options, input }: Question): readonly Model[] {
  if (input.kind !== 'requests' || !options.usesStated) return [];
  const requests = input.files.flatMap((file) => file.requests);
  const names = new Set(requests.flatMap(({ modelName }) => modelName ?? []));
  const found = new Map<string, Model>();
  const unknown: string[] = [];
  for (const name of names) {
    const resolution = resolveModel(table, name, options.atMs);
    if (resolution.kind === 'found') found.set(name, resolution.model);
    else unknown.push(name);
  }
  for (const note of unknownStatedModels(io.words, unknown)) writeNotice(io, note);
  const models = [...new Set(found.values())];
  const ids = models.map(({ id }) => id);
  const stating = requests.filter(({ modelName = '' }) => found.has(modelName)).length;
  if (models.length > 0)
    writeNotice(io, statedModels(io.words, { ids, requests: stating, all: requests.length }));
  return models;
}
