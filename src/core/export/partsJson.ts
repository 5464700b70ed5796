import { groupOf } from '../estimate/counts/groups';
import type { Model } from '../pricing/table/priceTable';
import type { CountMethod } from '../tokens/tokenCount';
import type { ExportedParts, ExportReport } from './report';
import { templateToJson, type TemplateJson } from './samples';

/** Tokens of one of the files that are one call, with its header. */
export interface PartJson {
  readonly path: string;
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly method: CountMethod;
  /** Undefined: the file is no template. */
  readonly template: TemplateJson | undefined;
}

/** The files of one call on the models that count alike. */
export interface PartsJson {
  /** `provider/model` of each. */
  readonly models: readonly string[];
  readonly files: readonly PartJson[];
}

/** Files that are one call, described in docs/exports.md: once for all models with the same counts. */
export function partsToJson({
  parts,
  rows,
}: Pick<ExportReport, 'parts' | 'rows'>): readonly PartsJson[] | undefined {
  if (!parts) return undefined;
  const groups = new Map<string, Model[]>();
  for (const { model } of rows) {
    const key = groupOf(model);
    groups.set(key, [...(groups.get(key) ?? []), model]);
  }
  return Array.from(groups.values(), (models) => ({
    models: models.map(({ id }) => id),
    files: models[0] ? partsOn(parts, models[0]) : [],
  }));
}

/** The files on one model. */
export function partsOn(
  { paths, templates = [], countsOn }: ExportedParts,
  model: Model,
): readonly PartJson[] {
  return countsOn(model).map(({ tokens, low, high, method }, index) => ({
    path: paths[index] ?? '',
    tokens,
    low,
    high,
    method,
    template: templateToJson(templates[index]),
  }));
}
