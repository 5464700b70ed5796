import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveModel } from '../../src/core/pricing/names/resolveModel';
import type { HandFile } from '../../scripts/pricing/handFile';
import { parsePriceTable } from '../../src/core/pricing/table/parse';
import type { PlainModel, PriceTable } from '../../src/core/pricing/table/priceTable';
import { ENCODINGS } from '../../src/core/tokens/encodings';

/** The project's folder, in which tests run. */
export const projectRoot = process.cwd();

/** pricing.json as parsed JSON: a new copy, which a test may change. */
export function readPricingJson(): unknown {
  return JSON.parse(readFileSync(join(projectRoot, 'pricing.json'), 'utf8'));
}

let table: PriceTable | undefined;

/** The bundled price table, shared by all tests. */
export function bundledTable(): PriceTable {
  return (table ??= parseBundledTable());
}

function parseBundledTable(): PriceTable {
  const result = parsePriceTable(readPricingJson(), ENCODINGS);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.table;
}

/** A model of the bundled table by one of its names. */
export function bundledModel(id: string): PlainModel {
  const resolution = resolveModel(bundledTable(), id, Date.UTC(2026, 10, 27));
  if (resolution.kind !== 'found') throw new Error(`${resolution.kind}: ${id}`);
  return resolution.model;
}

/** The ids of the models of the hand-kept file, in the order of the table. */
export function handKeptIds(): readonly string[] {
  const file = readFileSync(join(projectRoot, 'scripts/pricing/hand.json'), 'utf8');
  const { providers } = JSON.parse(file) as HandFile;
  return providers.flatMap(({ id, models }) => models.map((model) => `${id}/${model.id}`));
}

/** In a file of its own, which needs no Node. */
export { tableFile } from './tableFile';

/** The first model of a table. */
export function modelOf(file: unknown): PlainModel {
  const result = parsePriceTable(file, ENCODINGS);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const [model] = result.table.models;
  if (!model) throw new Error('no model');
  return model;
}

/** The parts of a JSON Schema that tests read. */
interface SettingSchema {
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly items?: SettingSchema;
  readonly patternProperties?: Readonly<Record<string, SettingSchema>>;
}

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, SettingSchema>>;
    }[];
  };
}

/** The parts of package.json that tests read. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as Manifest;
}
